### Die Texte der Oberfläche auf Deutsch (Themenpaket Faden). Sie liegen über den englischen.
###
### Begriffe (die Einträge mit Strich) ersetzt eine Website in site.toml unter [labels.de]. Sie stehen hier nur im
### Nominativ oder Akkusativ der Mehrzahl oder allein, damit auch andere Wörter passen; wo die Grammatik mehr
### verlangt, stehen feste Wörter. Was in der Schweiz anders geschrieben oder gesagt wird, steht in de-CH.ftl.
### "Mentor/in" ist immer die junge, "Mentee" immer die erfahrene Seite. Angesprochen wird mit "Sie".

## Words of the field

-mentor = Mentor/in
-mentors = Mentorinnen und Mentoren
-mentee = Mentee
-mentees = Mentees
-pair = Tandem
-pairs = Tandems
-session = Treffen
-sessions = Treffen
-cohort = Durchgang
-cohorts = Durchgänge
-topic = Thema
-module = Modul
-organiser = Programmleitung
-sponsor = Geschäftsleitung
-self-study = Selbststudium
-slack = Üben und offene Fragen

## The same words for pages to show alone

label-mentor = { -mentor }
label-mentors = { -mentors }
label-mentee = { -mentee }
label-mentees = { -mentees }
label-pair = { -pair }
label-pairs = { -pairs }
label-session = { -session }
label-sessions = { -sessions }
label-cohort = { -cohort }
label-cohorts = { -cohorts }
label-topic = { -topic }
label-module = { -module }
label-programme = Programm
label-organiser = { -organiser }
label-sponsor = { -sponsor }
label-self-study = { -self-study }
label-slack = { -slack }

mentor-number = { -mentor } { $number }
mentee-number = { -mentee } { $number }
pair-number = { -pair } { $number }
session-number = { -session } { $number }

## Kinds and states

role-mentor = { -mentor }
role-mentee = { -mentee }
role-both = Beide
role-organiser = { -organiser }
role-sponsor = { -sponsor }

kind-check-in = Ankommen
kind-goal = Ziel
kind-input = Impuls
kind-modules = Module
kind-module = { -module }
kind-practice = Üben
kind-reflection = Rückblick
kind-feedback = Rückmeldung
kind-review = Auswertung
kind-next-steps = Nächste Schritte
kind-admin = Organisatorisches
kind-break = Pause

session-kind-kickoff = Auftakt
session-kind-working = Arbeitstreffen
session-kind-midpoint = Halbzeit
session-kind-closing = Abschluss
session-kind-other = Weiteres Treffen

level-beginner = Einstieg
level-intermediate = Mit Vorkenntnissen
level-advanced = Fortgeschritten

state-planned = Geplant
state-running = Läuft
state-completed = Abgeschlossen
state-next = Als Nächstes
state-now = Jetzt
state-over = Vorbei

session-state-cancelled = Abgesagt

change-moved = Verschoben
change-place = Neuer Ort
change-cancelled = Abgesagt
change-restored = Findet doch statt
change-content = Neuer Inhalt

document-kind-agreement = Vereinbarung
document-kind-session-log = Protokoll
document-kind-midpoint-form = Fragebogen zur Halbzeit
document-kind-self-rating = Selbsteinschätzung
document-kind-evaluation-form = Auswertung
document-kind-other = Dokument

participation-voluntary = Freiwillig
participation-nominated = Auf Anfrage
participation-mandatory = Verpflichtend

when-start = Zu Beginn
when-mid = Zur Halbzeit
when-end = Am Ende
when-after = Danach

result-pass = In Ordnung
result-attention = Hinschauen
result-missing = Angaben fehlen
result-off = Abgeschaltet
result-accepted = Angenommen

## Amounts and lists

minutes = { $count }{ "\u00A0" }Min.
hours = { $count }{ "\u00A0" }Std.
hours-and-minutes = { $hours }{ "\u00A0" }Std. { $minutes }{ "\u00A0" }Min.
modules-count = { $count ->
    [one] { $count } Modul
   *[other] { $count } Module
}
sessions-count = { $count ->
    [one] { $count } { -session }
   *[other] { $count } { -sessions }
}
pairs-count = { $count ->
    [one] { $count } { -pair }
   *[other] { $count } { -pairs }
}
list-more = { $list }, { $item }
list-last = { $list } und { $item }

## Every page

page-skip = Zum Inhalt springen
page-menu = Menü
page-language = Sprache
page-breadcrumb = Sie sind hier
page-contents = Auf dieser Seite
page-contents-all = Das ganze Handbuch
page-previous = Zurück
page-next = Weiter
page-edit = Diese Seite bearbeiten
page-external = außerhalb dieses Handbuchs
page-colors = Farben
page-colors-auto = Wie das Gerät
page-colors-light = Hell
page-colors-dark = Dunkel
page-draft = Entwurf
page-changed = Seit Ihrem letzten Besuch geändert

## What the browser keeps, and the keyboard

keep-title = In diesem Browser gemerkt
keep-text = Ihre Rolle, die Farben, abgehakte Module und welche Texte Sie gesehen haben, bleiben in diesem Browser. Nichts wird gesendet.
keep-role = Ich lese als
keep-role-none = keine Rolle gewählt
keep-export = Als Datei sichern
keep-import = Aus einer Datei übernehmen:
keep-imported = Übernommen.
keep-foreign = Diese Datei hat kein Handbuch gesichert.
keep-wipe = Alles vergessen
keep-wipe-sure = Rolle, Farben, Haken und Gesehenes in diesem Browser vergessen?
keep-wiped = Alles ist vergessen.
keys-title = Tastenkürzel
keys-show = Tastenkürzel zeigen
keys-on = Einzelne Tasten als Kürzel
keys-help = Diese Liste
keys-role = Die Seite Ihrer Rolle
keys-previous = Die Seite davor, in einem Lernpfad oder einer Reihe von Terminen
keys-next = Die Seite danach
keys-close = Schließen

nav-home = Startseite
nav-topics = Themen
nav-factors = Erfolgsfaktoren
nav-cohorts = { -cohorts }
nav-documents = Dokumente
nav-glossary = Glossar
nav-roles = Ihre Rolle

## Home page

home-swap-title = Die Rollen sind vertauscht
home-what = Worum es geht
home-swap = { -mentor } ist hier die junge Mitarbeiterin oder der junge Mitarbeiter und zeigt, wie es geht. { -mentee } ist die erfahrene Führungskraft und lernt.
home-mentor-is = die junge Mitarbeiterin oder der junge Mitarbeiter: gibt etwas weiter
home-mentee-is = die erfahrene Führungskraft: lernt
home-i-am = Ich bin …
home-own-page = Zu Ihrer Seite, mit Ihrer nächsten Vorbereitung
home-no-cohorts = Noch ist nichts geplant. Die ersten Termine erscheinen hier.

## Programme page

programme-purpose = Zweck
programme-goal = Ziel
programme-who = Wer ist wer
programme-flow = Der Ablauf
programme-flow-length = { $sessions } zu je { $duration }
programme-selection = Wie ausgewählt wird
programme-criteria-mentors = Was { -mentors } mitbringen
programme-criteria-mentees = Was { -mentees } mitbringen
programme-process = Auswahl
programme-matching = Zuteilung
programme-participation = Teilnahme
programme-can-decline = Wer angefragt wird, darf ablehnen.
programme-commitment = Was erwartet wird
programme-work-time = Findet während der Arbeitszeit statt.
programme-attendance = Erwartete Anwesenheit: { $percent }
programme-cancel-notice = Wer nicht kommen kann, sagt spätestens { $hours } Stunden vorher ab.
programme-confidentiality = Was im Raum bleibt
programme-exit = Der Ausstieg
programme-sponsor-says = Ein Wort der Leitung
programme-measures = Woran wir merken, dass es wirkt
programme-target = Zielwert
programme-cost = Was es an Stunden kostet
hours-sessions = { -sessions }, je Person
hours-self-study = { -self-study }, je Mentee
hours-mentor = { -mentor }, insgesamt
hours-mentee = { -mentee }, insgesamt
hours-organiser = { -organiser }: leitet in Treffen
hours-sponsor = { -sponsor }: leitet in Treffen
hours-all = Alle { $people } Personen zusammen
hours-counted = Vorbereitung zählt, soweit Module Minuten dafür nennen: als Selbststudium der Mentees. Was sonst vorzubereiten ist, steht bei jedem Treffen und ist nicht eingerechnet.
programme-links = Links
programme-contact = Kontakt

## Topic pages: the learning path

topics-intro = Jedes Thema ist ein Weg: Module, von denen eines zum nächsten führt, und am Ende eine Entscheidung.
topics-none = Noch steht kein Thema zur Wahl.
topics-archived = Nicht mehr angeboten
topic-outcome = Was Sie danach entscheiden können
topic-why = Warum dieses Thema
topic-entry = Was Sie mitbringen
topic-goals = Lernziele
topic-measure = Daran merken Sie es
topic-path = Der Lernpfad
topic-sessions-needed = Die Pflichtmodule füllen { $count ->
    [one] { $count } { -session }
   *[other] { $count } { -sessions }
}.
topic-optional = Freiwillige Module
topic-no-modules = Dieser Lernpfad hat noch keine Module.
topic-prerequisites = Setzt voraus
topic-practice-share = { $percent } Übung
topic-level = Niveau
topic-used-by = Kommt vor in
topic-reviewed = Zuletzt geprüft am { $date }
topic-archived = Dieses Thema wird nicht mehr angeboten.

## Module page

module-objectives = Danach kann die oder der Mentee
module-goals = Das dient den Zielen des Themas:
module-questions = Fragen für vorher
module-task = Aufgabe
module-keypoints = Das Wichtigste
module-reflection = Zum Nachdenken
module-prepare = Vorbereitung
module-materials = Material
module-optional = Freiwillig
module-practice = davon { $duration } Übung
module-self-study = { $duration } allein
module-worked-on = Daran gearbeitet wird in
module-step = Schritt { $number } von { $count }
module-done = Erledigt
module-progress = { $done } von { $count } erledigt

## Success factors

factors-intro = Vier Dinge entscheiden, ob der Rollentausch gelingt. Dieses Handbuch misst sich selbst daran.
factors-none = Noch sind keine Erfolgsfaktoren beschrieben.
factor-place = Erfolgsfaktor { $number }
factor-guidance = Was zu tun ist
factor-checks = Was geprüft wird
factor-threshold = Schwelle
factor-results = Ergebnisse
factor-difference = Verschiedenheit
factor-structure = Struktur
factor-voluntary = Freiwilligkeit und Rückhalt
factor-project = Ein Projekt mit Ende

## Cohort pages

cohorts-intro = Jeder ist einmal das ganze Programm, mit Anfang, Ende und festen Terminen.
cohort-span = Von – bis
cohort-sessions = { -sessions }
cohort-table = Als Tabelle
cohort-break = keine Termine
cohort-break-because = keine Termine ({ $reason })
cohort-zone = Alle Zeiten wie in { $zone }.
cohort-pairs = { -pairs }
cohort-calendar = Kalender
cohort-subscribe = Kalender abonnieren
cohort-subscribe-delay = { $hours ->
    [one] Dieser Kalender bittet Programme, jede Stunde nach Änderungen zu sehen.
   *[other] Dieser Kalender bittet Programme, alle { $hours } Stunden nach Änderungen zu sehen.
} Sie halten es, wie sie wollen: Outlook und Google brauchen bis zu einem Tag. Was morgen gilt, steht hier.
cohort-subscribe-file = als Datei
cohort-calendar-organiser = Meilensteine, für die Programmleitung
cohort-no-calendar = Einen Kalender zum Abonnieren gibt es hier nicht; es gelten die Termine auf dieser Seite.
cohort-checks = Alle Prüfungen und Schwellen
cohort-changes = Änderungen
cohort-no-changes = Bisher keine Änderungen.
cohort-no-pairs = Die { -pairs } stehen noch nicht fest.
cohort-milestones = Meilensteine
cohort-cancelled = Abgesagt: Keiner dieser Termine findet statt.
cohort-column-number = Nr.
cohort-column-weekday = Tag
cohort-column-date = Datum
cohort-column-time = Zeit
cohort-column-place = Ort
cohort-column-title = Titel
cohort-column-modules = Module

## Session page

session-of = { -session } { $number } von { $count }
session-agenda = Tagesordnung
session-agenda-for = Tagesordnung zu { $topic }
session-several-topics = Mehrere Themen laufen nebeneinander. Wählen Sie Ihres:
agenda-column-time = Zeit
agenda-column-what = Was, und wer führt
agenda-column-minutes = Dauer
session-goals = Ziele
session-prepares-mentor = { -mentor } bereitet vor
session-prepares-mentee = { -mentee } bereitet vor
session-prepares-organiser = { -organiser } bereitet vor
session-prepares-sponsor = { -sponsor } bereitet vor
session-nothing-to-prepare = Nichts vorzubereiten.
session-self-study-before = Bis jetzt selbst erarbeitet:
session-questions = Fragen zum Einstieg
session-reflection = Zum Nachdenken
session-modules = Module
session-documents = Dokumente
session-place = Ort
session-link = Online
session-calendar = Diesen Termin in einen Kalender übernehmen
session-self-study = { -self-study } bis zum nächsten Mal
session-cancelled = Dieser Termin ist abgesagt.
session-moved = Verschoben von { $before } auf { $after }.
session-instead-of = statt
session-changed = Geändert am { $date }: { $text }
session-previous = Voriger Termin
session-next = Nächster Termin

## Results of a cohort

checks-title = Erfolgsfaktoren: { $cohort }
checks-intro = Was schon stimmt, wo jemand hinschauen sollte und was noch fehlt.
checks-none = Noch ist nichts geprüft.
check-off = Abgeschaltet.
check-accepted = Bekannt und von der Programmleitung so angenommen.
check-hidden = Bei kleinen Durchgängen werden Ergebnisse zu Tandems nicht gezeigt. Die Programmleitung sieht sie mit

## Role pages

for-mentor-summary = Für { -mentors }: der nächste Termin mit Vorbereitung, wie Sie ihn leiten, und was vertraulich bleibt.
for-mentee-summary = Für { -mentees }: was Sie danach entscheiden können, alle Termine für den Kalender, und was Sie mitbringen. Keine Tests, kein Bericht.
for-organiser-summary = Für alle, die das Programm leiten: Checkliste, alle Termine aller { -cohorts }, Prüfergebnisse und Dokumente.
for-sponsor-summary = Für alle, die in der Leitung dahinterstehen: Zweck, Termine, Stunden, Ziele, und was von Ihnen erwartet wird.
for-next-session = Was als Nächstes kommt
for-you = für Sie
for-my-role = Das ist meine Rolle
for-prepare = Was vorzubereiten ist
for-lead = Wie Sie führen
for-lead-text = Sie führen durch die Teile, bei denen Ihr Zeichen steht; die anderen übernimmt die oder der Mentee, oder Sie beide zusammen. Wer wann führt, zeigt die Seite jedes Termins.
for-you-lead = Sie führen { $duration }
for-bring = Was Sie mitbringen
for-dates = Termine und Kalender
for-past-sessions = Vergangene Termine
for-calendar = Kalender abonnieren:
for-no-tests = Keine Prüfung, kein Bericht
for-no-tests-text = Niemand prüft Sie, und niemand schreibt über Sie einen Bericht.
for-decision-sheet = Das Entscheidungsblatt
for-decision-sheet-text = Am Ende steht eine Seite: Ja, Nein oder später, mit Ihren Gründen. Sie schreiben sie und stellen sie im Abschluss vor.
for-not-knowing = Sie dürfen sagen: „Das weiß ich nicht“
for-not-knowing-text = Dafür ist die Zeit da. Fragen, die in keiner Sitzung gestellt werden, sind hier willkommen.
for-ask = Wen Sie fragen können
for-checklist = Checkliste
for-no-milestones = Es sind keine Meilensteine gesetzt. Sie stehen in der Datei des Programms.
for-results = Wie es steht
for-all-sessions = Alle Termine
for-all-sessions-caption = Alle Termine, der früheste zuerst
for-copy = Noch einmal
for-copy-text = Ein neuer Lauf beginnt als Kopie eines alten. Programm, Thema, Ort und Rhythmus bleiben; { -pairs }, verschobene Termine und Änderungen fallen weg.
for-copy-command = leitfaden new cohort NEU --from ALT
for-copy-after = Danach Beginn, Titel und Ferien durchsehen und die neuen { -pairs } eintragen.
for-expected = Was von Ihnen erwartet wird
for-kickoff-text = Sie sagen, warum das Haus das tut und dass die Zeit dafür da ist.
for-closing-text = Sie hören die Entscheidungen, fragen nach und danken.
for-read-on = Zum Weiterlesen

## Bilder des Fadens

picture-path = Der Lernpfad als Bild
picture-path-caption = Gefüllte Knoten gehören zum Lernpfad, Ringe sind freiwillig. Linien führen zu dem, was auf einem Modul aufbaut.
picture-agenda = Der Ablauf, maßstäblich
# What is heard of a knot; it begins with the words that are seen, so that they can be spoken to it (WCAG 2.5.3).
picture-block = { $time }: { $title }, { $lead }, { $duration }
picture-time-line-title = Auf dem Kalender
picture-time-line = Die { -sessions } auf dem Kalender, im richtigen Abstand
picture-session = { $date } { $title }, { $when }
picture-session-cancelled = { $date } { $title }, { $when }, abgesagt
picture-session-moved = { $date } { $title }, { $when }, statt { $before }
picture-step = { $number }. { $title }, { $duration }
picture-step-optional = { $number }. { $title }, { $duration }, freiwillig

## Bilder, die mit Links zu Seiten gehen, in Worten

card-site = Ein roter Faden mit einem Knoten: { $title }
card-topic = Der Lernpfad als Knoten auf einem roten Faden: { $title }, { $note }
card-cohort = Die Termine als Knoten auf einem roten Faden: { $title }, { $note }

## Documents, glossary, print, feeds

document-by-hand = Diese Seite ausdrucken und von Hand ausfüllen. Es wird nichts verschickt.
document-summary = { $title }: eine Seite zum Drucken und Ausfüllen von Hand.
document-others = Weitere Dokumente
glossary-aliases = Auch
glossary-see = Siehe auch
glossary-summary = Was die Wörter dieses Handbuchs bedeuten: { $terms }
glossary-none = Noch sind keine Wörter erklärt.
print-all = Das ganze Handbuch zum Drucken
print-cohort = Mit allen { -sessions } zum Drucken
print-topic = Mit allen Modulen zum Drucken
print-edition = Für Papier
print-editions = Weitere Ausgaben
print-how = Diese Seite drucken oder als PDF sichern: A4, ein Blatt für jeden Termin.
print-parts = Das ganze Handbuch wäre zu viel für einen Druck. Wählen Sie einen Teil:
print-contents = Inhalt
print-code = QR-Code, der zu dieser Seite führt
print-session = Gedruckt ist diese Seite ein Blatt: links der Ablauf, rechts Linien für Notizen.
print-notes = Notizen
not-found-title = Diese Seite gibt es nicht
not-found-text = Vielleicht ist sie umgezogen, oder die Adresse enthält einen Tippfehler. Von hier aus erreichen Sie alles:
empty-pairs = Für Autorinnen und Autoren: Ein [[pair]] in der Datei des Durchgangs nennt beide.
empty-command = Für Autorinnen und Autoren: Am Anfang steht eine Datei
changes-title = Änderungen
redirect = Diese Seite ist umgezogen.

## Summaries of the success factors

factor-difference-pass = Die Tandems sind verschieden genug, um offen zu reden.
factor-difference-attention = Schauen Sie die Tandems vor dem Auftakt noch einmal an.
factor-difference-missing = Einige Angaben zu den Teilnehmenden fehlen; die Hinweise gelten trotzdem.

factor-structure-pass = Der Rahmen steht; füllen Sie ihn frei.
factor-structure-attention = Der Rahmen hat eine Lücke.
factor-structure-missing = Teile des Rahmens sind noch nicht beschrieben.

factor-voluntary-pass = Die Leute wählen frei und haben Rückhalt.
factor-voluntary-attention = Freie Wahl oder Rückhalt ist dünn.
factor-voluntary-missing = Es ist nicht gesagt, wie man teilnimmt oder wer dahintersteht.

factor-project-pass = Ein Thema, ein Zeitraum, ein Ergebnis.
factor-project-attention = Das Projekt wächst über seine Ränder hinaus.
factor-project-missing = Beginn, Ende oder Ergebnis ist noch offen.

## Success-factor checks: title, and what each result says

check-difference-department = Verschiedene Abteilungen
check-difference-department-pass = Alle Tandems sind abteilungsübergreifend. So lassen sich Fragen stellen, ohne dass der Arbeitsalltag mitredet.
check-difference-department-attention = Nicht alle Tandems sind abteilungsübergreifend. Tauschen Sie, oder vereinbaren Sie, wie das Tandem mit gemeinsamer Arbeit umgeht.
check-difference-department-missing = Nicht bei allen Teilnehmenden ist die Abteilung erfasst. Das lässt sich deshalb nicht prüfen.

check-difference-age = Abstand im Alter
check-difference-age-pass = Die Mentees sind deutlich älter als ihre Mentorinnen und Mentoren; beide Seiten bringen einen anderen Blick mit.
check-difference-age-attention = In mindestens einem Tandem liegen die beiden im Alter nahe beieinander. Das geht, wenn sich Stellung oder Erfahrung unterscheiden; sonst neu zuteilen.
check-difference-age-missing = Bei mindestens einem Tandem fehlt der Jahrgang oder das Altersband.

check-difference-level = Vertauschte Stellung
check-difference-level-pass = Die Rollen sind überall vertauscht: Der Mentee hat die höhere Stellung.
check-difference-level-attention = In mindestens einem Tandem steht der Mentee nicht höher als die Mentorin oder der Mentor. Das ist ein Austausch unter Gleichen, kein Rollentausch.
check-difference-level-missing = Nicht bei allen Teilnehmenden ist die Stellung erfasst.

check-difference-line = Außerhalb der eigenen Linie
check-difference-line-pass = Niemand ist dem eigenen Mentee unterstellt, weder direkt noch über eine Stufe.
check-difference-line-attention = Mindestens jemand arbeitet in der Linie des eigenen Mentees. Offene Rückmeldung nach oben ist so kaum möglich: neu zuteilen.
check-difference-line-missing = Nicht bei allen Mentorinnen und Mentoren sind die Vorgesetzten erfasst. Eine leere Liste genügt, wenn niemand aus dem Kreis dazugehört.

check-structure-criteria = Kriterien für die Auswahl
check-structure-criteria-pass = Es ist festgehalten, was eine gute Mentorin oder ein guter Mentor mitbringt.
check-structure-criteria-attention = Es gibt nur wenige Kriterien für die Auswahl. Ergänzen Sie Können und Haltung, nicht nur das Alter.
check-structure-criteria-missing = Es sind keine Kriterien für die Auswahl der Mentorinnen und Mentoren genannt.

check-structure-process = Auswahl und Zuteilung
check-structure-process-pass = Auswahl und Zuteilung sind beschrieben.
check-structure-process-attention = Entweder die Auswahl oder die Zuteilung ist nicht beschrieben.
check-structure-process-missing = Zur Auswahl und Zuteilung ist nichts gesagt.

check-structure-goals = Lernziele
check-structure-goals-pass = Für jedes Thema stehen Lernziele fest, samt einem Zeichen, woran man sie merkt.
check-structure-goals-attention = Ein Thema hat zu wenige Lernziele, oder einem Ziel fehlt das Merkmal.
check-structure-goals-missing = Mindestens ein Thema hat keine Lernziele.

check-structure-coverage = Lernziele in den Treffen
check-structure-coverage-pass = An jedem Lernziel wird in einem Treffen gearbeitet.
check-structure-coverage-attention = Mindestens einem Lernziel dient kein Pflichtmodul.
check-structure-coverage-missing = Es gibt keine Lernziele, die sich mit den Treffen vergleichen lassen.

check-structure-session-goals = Ein Ziel je Treffen
check-structure-session-goals-pass = Jedes Treffen hat ein eigenes Ziel.
check-structure-session-goals-attention = Mindestens ein Treffen hat kein eigenes Ziel.
check-structure-session-goals-missing = Es sind noch keine Treffen geplant.

check-structure-agenda = Teile der Tagesordnung
check-structure-agenda-pass = Jede Traktandenliste hat Ankommen, Rückblick und nächste Schritte.
check-structure-agenda-attention = Mindestens einer Traktandenliste fehlt Ankommen, Rückblick oder nächste Schritte.
check-structure-agenda-missing = Ein Treffen hat keine Traktanden.

check-structure-plan = Auftakt, Halbzeit und Abschluss
check-structure-plan-pass = Der Ablauf hat Auftakt, Halbzeit und Abschluss.
check-structure-plan-attention = Dem Ablauf fehlt Auftakt, Zwischenhalt oder Abschluss.
check-structure-plan-missing = Es ist kein Ablauf festgelegt.

check-structure-rhythm = Steter Rhythmus
check-structure-rhythm-pass = Die Treffen folgen so dicht, dass der Faden nicht reißt.
check-structure-rhythm-attention = Zwischen zwei Treffen liegt eine lange Pause. Verschieben Sie eines, oder planen Sie ein kurzes Telefonat.
check-structure-rhythm-missing = Es gibt noch keine Termine.

check-structure-rules = Vertraulichkeit und Ausstieg
check-structure-rules-pass = Geregelt ist, was im Raum bleibt und wie ein Tandem aufgelöst werden kann.
check-structure-rules-attention = Entweder die Vertraulichkeit oder der Ausstieg ist nicht geregelt.
check-structure-rules-missing = Weder Vertraulichkeit noch Ausstieg sind geregelt.

check-voluntary-mode = Art der Teilnahme
check-voluntary-mode-pass = Es ist klar, wie jemand zur Teilnahme kommt.
check-voluntary-mode-attention = Nur für eine Seite ist gesagt, wie man zur Teilnahme kommt.
check-voluntary-mode-missing = Es ist nicht gesagt, ob die Teilnahme freiwillig, auf Anfrage oder verpflichtend ist.

check-voluntary-choice = Freie Wahl
check-voluntary-choice-pass = Niemand nimmt gegen den eigenen Willen teil.
check-voluntary-choice-attention = Mindestens eine Seite hat keine Wahl. Das kostet Zustimmung; erlauben Sie ein Nein oder einen Ausstieg nach dem zweiten Treffen.
check-voluntary-choice-missing = Ohne Angabe zur Teilnahme lässt sich das nicht prüfen.

check-voluntary-reason = Grund der Anfrage
check-voluntary-reason-pass = Wer angefragt wird, weiß warum.
check-voluntary-reason-attention = Es wird angefragt oder verpflichtet, ohne dass ein Grund genannt ist.
check-voluntary-reason-missing = Ohne Angabe zur Teilnahme lässt sich das nicht prüfen.

check-voluntary-commitment = Rückendeckung der Leitung
check-voluntary-commitment-pass = Die Leitung steht dahinter und gibt die Zeit.
check-voluntary-commitment-attention = Die Rückendeckung ist halb: Es fehlt das Wort der Leitung oder die Arbeitszeit.
check-voluntary-commitment-missing = Zur Rückendeckung durch die Leitung ist nichts gesagt.

check-voluntary-attendance = Erwartete Anwesenheit
check-voluntary-attendance-pass = Vereinbart ist, wie viele Treffen erwartet werden.
check-voluntary-attendance-attention = Es wird wenig Anwesenheit erwartet; die Tandems verlieren so den Faden.
check-voluntary-attendance-missing = Zur Anwesenheit ist keine Erwartung genannt.

check-project-dates = Beginn und Ende
check-project-dates-pass = Beginn und Ende stehen fest.
check-project-dates-attention = Das Ende ist offen.
check-project-dates-missing = Es fehlt ein Startdatum.

check-project-duration = Dauer
check-project-duration-pass = Der Durchgang ist kurz genug, um ein Projekt zu bleiben.
check-project-duration-attention = Der Durchgang ist lang für ein einzelnes Thema. Kürzen Sie, oder machen Sie zwei daraus.
check-project-duration-missing = Es gibt noch keine Termine.

check-project-sessions = Zahl der Treffen
check-project-sessions-pass = Die Zahl der Treffen passt zu einem Thema.
check-project-sessions-attention = Die Zahl der Treffen ist ungewöhnlich: zu wenige zum Üben oder zu viele für ein Thema.
check-project-sessions-missing = Es sind noch keine Treffen geplant.

check-project-topics = Ein einziges Thema
check-project-topics-pass = Der Durchgang bleibt bei seinem Thema.
check-project-topics-attention = Mehrere Themen laufen nebeneinander. Das kostet Vorbereitung und gemeinsames Lernen.
check-project-topics-missing = Es ist noch kein Thema gewählt.

check-project-outcome = Ergebnis und Messung
check-project-outcome-pass = Es ist klar, was am Ende auf dem Tisch liegen soll.
check-project-outcome-attention = Es ist nur zum Teil klar, was herauskommt und woran man es merkt.
check-project-outcome-missing = Weder ein Ergebnis noch eine Messung ist genannt.

## Words that the program itself asks for

home-organiser-is = wer das Programm leitet: sucht die Leute aus und hält den Rahmen
home-sponsor-is = wer in der Leitung dahintersteht: gibt die Zeit
alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Achtung
alert-caution = Vorsicht
task-open = Offen
task-done = Erledigt
threshold-min-age-gap = { $count ->
    [one] mindestens { $count } Jahr Altersabstand
   *[other] mindestens { $count } Jahre Altersabstand
}
threshold-min-level-gap = { $count ->
    [one] mindestens { $count } Stufe Abstand
   *[other] mindestens { $count } Stufen Abstand
}
threshold-min-mentor-criteria = { $count ->
    [one] mindestens { $count } Kriterium
   *[other] mindestens { $count } Kriterien
}
threshold-min-topic-goals = { $count ->
    [one] mindestens { $count } Ziel je Thema
   *[other] mindestens { $count } Ziele je Thema
}
threshold-max-gap-days = { $count ->
    [one] höchstens { $count } Tag zwischen zwei Terminen
   *[other] höchstens { $count } Tage zwischen zwei Terminen
}
threshold-midpoint-from = { $count ->
    [one] Zwischenhalt ab { $count } Termin
   *[other] Zwischenhalt ab { $count } Terminen
}
threshold-max-months = { $count ->
    [one] höchstens { $count } Monat
   *[other] höchstens { $count } Monate
}
threshold-min-sessions = { $count ->
    [one] mindestens { $count } Termin
   *[other] mindestens { $count } Termine
}
threshold-max-sessions = { $count ->
    [one] höchstens { $count } Termin
   *[other] höchstens { $count } Termine
}
threshold-max-topics = { $count ->
    [one] höchstens { $count } Thema
   *[other] höchstens { $count } Themen
}
threshold-min-attendance-percent = mindestens { $count } %
threshold-required-kinds = Teile: { $kinds }
check-difference-age-why = Zehn Jahre trennen noch zwei Schulgenerationen und lassen kleinen Betrieben Spielraum.
check-difference-level-why = Erst wenn der Mentee höher steht, sind die Rollen wirklich vertauscht.
check-difference-line-why = Auch direkt unter jemandem, der dem Mentee unterstellt ist, spricht es sich nicht frei.
check-structure-criteria-why = Weniger als drei Kriterien sagen meist nur „jung“.
check-structure-goals-why = Ein einziges Ziel reicht für ein Gespräch, nicht für einen Weg.
check-structure-plan-why = Bei vier Terminen wäre der Zwischenhalt schon der Abschluss.
check-structure-rhythm-why = Drei bis vier Wochen sind üblich; so ist auch ein Monatsrhythmus möglich.
check-voluntary-attendance-why = Einmal von viermal zu fehlen ist zu verkraften, mehr zerreißt den Faden.
check-project-duration-why = Was länger als ein halbes Jahr dauert, ist kein Projekt mehr.
check-project-sessions-why = Sechs sind üblich; weniger lassen keine Zeit zum Üben, mehr brauchen ein zweites Thema.
check-project-topics-why = Ein Projekt dient einem Thema; mehrere kosten Vorbereitung und gemeinsames Lernen.

## What a result rests on; only in the terminal and in private reports

detail-no-pairs = Kein { -pair } ist aktiv.
detail-difference-department = { -pair } { $pair }: Beide kommen aus derselben Abteilung.
detail-difference-age = { -pair } { $pair }: Zwischen den beiden { $found ->
    [one] liegt { $found } Jahr
   *[other] liegen { $found } Jahre
}; gewünscht { $wanted ->
    [one] ist mindestens { $wanted }
   *[other] sind mindestens { $wanted }
}.
detail-difference-level = { -pair } { $pair }: Zwischen den Stellungen { $found ->
    [one] liegt { $found } Stufe
   *[other] liegen { $found } Stufen
}; gewünscht { $wanted ->
    [one] ist mindestens { $wanted }
   *[other] sind mindestens { $wanted }
}.
detail-difference-line = { -pair } { $pair }: Der Mentee ist der Mentorin oder dem Mentor vorgesetzt.
detail-unknown-department = { -pair } { $pair } ({ $who }): Die Abteilung ist nicht erfasst.
detail-unknown-age = { -pair } { $pair } ({ $who }): Weder Jahrgang noch Altersband ist erfasst.
detail-unknown-age-kind = { -pair } { $pair }: Jahrgang und Altersband lassen sich nicht vergleichen; geben Sie für beide dasselbe an.
detail-unknown-level = { -pair } { $pair } ({ $who }): Die Stellung ist nicht erfasst.
detail-unknown-superiors = { -pair } { $pair } ({ $who }): Die Vorgesetzten sind nicht erfasst; eine leere Liste genügt.
detail-not-stated = Fehlt im Programm: { $key }
detail-too-few = { $found } statt mindestens { $wanted }
detail-too-many = { $found } statt höchstens { $allowed }
detail-topic-goals = { -topic } { $topic }: { $found ->
    [one] { $found } Lernziel
   *[other] { $found } Lernziele
} statt mindestens { $wanted }
detail-no-goals = Kein Thema hat Lernziele.
detail-goal-measure = { -topic } { $topic }, Ziel { $goal }: ohne Merkmal
detail-goal-served = { -topic } { $topic }, Ziel { $goal }: Kein Pflichtmodul in einem Treffen dient ihm.
detail-no-sessions = Kein { -session } findet statt.
detail-session-goal = { -session } { $session }, Thema { $topic }: ohne eigenes Ziel
detail-agenda-lacks = Vorlage { $template }: kein Teil der Art { $kind }
detail-flow-lacks = Fehlt an seinem Platz: { $kind }
detail-long-break = { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
} zwischen { -session } { $after } und { -session } { $before }; gewünscht { $allowed ->
    [one] ist höchstens { $allowed }
   *[other] sind höchstens { $allowed }
}.
detail-no-choice = Ohne Wahl: { $who }
detail-not-work-time = Die Treffen gelten nicht als Arbeitszeit: commitment.work_time
detail-ends-late = Zuletzt: { -session } am { $last }; spätester Tag wäre der { $latest }.
detail-no-topic = Der Durchgang hat kein Thema.
detail-topic-outcome = { -topic } { $topic }: ohne Ergebnis
detail-waived = Angenommen: { $reason }
detail-waived-pair = Angenommen für { $pair }: { $reason }
detail-exchange = Ausweg: Mentees tauschen, { $swaps }. Dann bestehen alle Prüfungen der Tandems.
detail-report = Nur für die Programmleitung: Diese Datei nennt Tandems und gehört nicht auf die Website.
