### Die Texte der Oberfläche für die deutsche Schweiz: nur was anders ist als in de.ftl.
###
### "ss" statt "ß", "Traktanden" statt "Tagesordnung". Ein Test sucht nach jedem "ß", das hier fehlt.

## Every page

page-external = ausserhalb dieses Handbuchs

## What the browser keeps, and the keyboard

keys-close = Schliessen

## Session page

session-agenda = Traktanden
session-agenda-for = Traktanden zu { $topic }

## Role pages

for-not-knowing = Sie dürfen sagen: «Das weiss ich nicht»

## Pictures of the thread

picture-agenda = Der Ablauf, massstäblich

## Success-factor checks

check-difference-line = Ausserhalb der eigenen Linie
check-structure-agenda = Teile der Traktandenliste
check-structure-rhythm-pass = Die Treffen folgen so dicht, dass der Faden nicht reisst.
check-voluntary-reason-pass = Wer angefragt wird, weiss warum.
check-structure-criteria-why = Weniger als drei Kriterien sagen meist nur «jung».
check-voluntary-attendance-why = Einmal von viermal zu fehlen ist zu verkraften, mehr zerreisst den Faden.
