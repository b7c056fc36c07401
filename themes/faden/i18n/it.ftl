### I testi dell'interfaccia in italiano (tema Faden). Coprono quelli inglesi.
###
### Un sito sostituisce le parole del mestiere (i termini) in site.toml sotto [labels.it]. Qui stanno solo da soli o
### dietro un numero, perché l'italiano concorda; altrove le parole sono fisse. LOWER(…) scrive un termine in
### minuscolo. «Mentor» è sempre la persona giovane, «mentee» sempre quella con esperienza; si dà del Lei.

## Words of the field

-mentor = Mentor
-mentors = Mentor
-mentee = Mentee
-mentees = Mentee
-pair = Tandem
-pairs = Tandem
-session = Incontro
-sessions = Incontri
-cohort = Edizione
-cohorts = Edizioni
-topic = Tema
-module = Modulo
-organiser = Responsabile del programma
-sponsor = Direzione
-self-study = Studio individuale
-slack = Esercizi e domande aperte

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
label-programme = Programma
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
role-both = Insieme
role-organiser = { -organiser }
role-sponsor = { -sponsor }

kind-check-in = Accoglienza
kind-goal = Obiettivo
kind-input = Spunto
kind-modules = Moduli
kind-module = { -module }
kind-practice = Esercizio
kind-reflection = Riflessione
kind-feedback = Riscontro
kind-review = Bilancio
kind-next-steps = Prossimi passi
kind-admin = Organizzazione
kind-break = Pausa

session-kind-kickoff = Avvio
session-kind-working = Incontro di lavoro
session-kind-midpoint = Bilancio a metà percorso
session-kind-closing = Chiusura
session-kind-other = Altro incontro

level-beginner = Principiante
level-intermediate = Intermedio
level-advanced = Avanzato

state-planned = In programma
state-running = In corso
state-completed = Conclusa
state-next = A seguire
state-now = Adesso
state-over = Passato

session-state-cancelled = Annullato

change-moved = Spostamento
change-place = Nuovo luogo
change-cancelled = Annullamento
change-restored = Ha luogo comunque
change-content = Nuovo contenuto

document-kind-agreement = Accordo
document-kind-session-log = Diario dell’incontro
document-kind-midpoint-form = Questionario a metà percorso
document-kind-self-rating = Autovalutazione
document-kind-evaluation-form = Valutazione
document-kind-other = Documento

participation-voluntary = Volontaria
participation-nominated = Su invito
participation-mandatory = Obbligatoria

when-start = All’inizio
when-mid = A metà percorso
when-end = Alla fine
when-after = Dopo

result-pass = In ordine
result-attention = Da guardare
result-missing = Dati mancanti
result-off = Disattivato
result-accepted = Accettato

## Amounts and lists

minutes = { $count }{ "\u00A0" }min
hours = { $count }{ "\u00A0" }h
hours-and-minutes = { $hours }{ "\u00A0" }h { $minutes }{ "\u00A0" }min
modules-count = { $count ->
    [one] { $count } modulo
   *[other] { $count } moduli
}
sessions-count = { $count ->
    [one] { $count } { LOWER(-session) }
   *[other] { $count } { LOWER(-sessions) }
}
pairs-count = { $count ->
    [one] { $count } { LOWER(-pair) }
   *[other] { $count } { LOWER(-pairs) }
}
list-more = { $list }, { $item }
list-last = { $list } e { $item }

## Every page

page-skip = Vai al contenuto
page-menu = Menu
page-language = Lingua
page-breadcrumb = Lei è qui
page-contents = In questa pagina
page-contents-all = Tutto il manuale
page-previous = Indietro
page-next = Avanti
page-edit = Modificare questa pagina
page-external = fuori da questo manuale
page-colors = Colori
page-colors-auto = Come il dispositivo
page-colors-light = Chiaro
page-colors-dark = Scuro
page-draft = Bozza
page-changed = Modificato dalla Sua ultima visita

## What the browser keeps, and the keyboard

keep-title = Conservato in questo browser
keep-text = Il Suo ruolo, i colori, i moduli spuntati e i testi già visti restano in questo browser. Non viene inviato nulla.
keep-role = Leggo come
keep-role-none = nessun ruolo scelto
keep-export = Salvare in un file
keep-import = Riprendere da un file:
keep-imported = Ripreso.
keep-foreign = Questo file non è stato salvato da un manuale.
keep-wipe = Dimenticare tutto
keep-wipe-sure = Dimenticare ruolo, colori, spunte e testi visti in questo browser?
keep-wiped = Tutto è dimenticato.
keys-title = Scorciatoie da tastiera
keys-show = Mostrare le scorciatoie
keys-on = Tasti singoli come scorciatoie
keys-help = Questo elenco
keys-role = La pagina del Suo ruolo
keys-previous = La pagina precedente, in un percorso o in una serie di date
keys-next = La pagina seguente
keys-close = Chiudere

nav-home = Inizio
nav-topics = Temi
nav-factors = Fattori di successo
nav-cohorts = { -cohorts }
nav-documents = Documenti
nav-glossary = Glossario
nav-roles = Il Suo ruolo

## Home page

home-swap-title = I ruoli sono invertiti
home-what = Di che cosa si tratta
home-swap = Qui la giovane collaboratrice o il giovane collaboratore è { LOWER(-mentor) } e mostra la strada. La persona esperta, che dirige, è { LOWER(-mentee) } e impara.
home-mentor-is = la persona giovane che trasmette
home-mentee-is = la persona esperta che impara
home-i-am = Sono …
home-own-page = Alla Sua pagina, con la prossima preparazione
home-no-cohorts = Non è ancora previsto nulla. Le prime date appariranno qui.

## Programme page

programme-purpose = Scopo
programme-goal = Obiettivo
programme-who = Chi è chi
programme-flow = Lo svolgimento
programme-flow-length = { $sessions } di { $duration } ciascuno
programme-selection = Come avviene la scelta
programme-criteria-mentors = { -mentors }: che cosa conta
programme-criteria-mentees = { -mentees }: che cosa conta
programme-process = Scelta
programme-matching = Abbinamento
programme-participation = Partecipazione
programme-can-decline = Chi riceve la richiesta può rifiutare.
programme-commitment = Che cosa ci si aspetta
programme-work-time = Si svolge durante l’orario di lavoro.
programme-attendance = Presenza attesa: { $percent }
programme-cancel-notice = Chi non può venire lo dice almeno { $hours } ore prima.
programme-confidentiality = Che cosa resta riservato
programme-exit = Come uscirne
programme-sponsor-says = Una parola della direzione
programme-measures = Da che cosa capiamo che funziona
programme-target = Valore da raggiungere
programme-cost = Quanto costa in ore
hours-sessions = { -sessions }, per persona
hours-self-study = { -self-study }, per mentee
hours-mentor = { -mentor }, in tutto
hours-mentee = { -mentee }, in tutto
hours-organiser = { -organiser }: conduce negli incontri
hours-sponsor = { -sponsor }: conduce negli incontri
hours-all = Tutte le { $people } persone insieme
hours-counted = La preparazione conta nella misura in cui i moduli ne indicano i minuti, come studio individuale dei mentee. Ciò che c’è ancora da preparare sta accanto a ogni incontro e non è compreso in queste cifre.
programme-links = Link
programme-contact = Contatto

## Topic pages: the learning path

topics-intro = Ogni tema è un percorso: moduli che portano l’uno all’altro e, alla fine, una decisione.
topics-none = Non è ancora offerto nessun tema.
topics-archived = Non più offerti
topic-outcome = Che cosa potrà decidere in seguito
topic-why = Perché questo tema
topic-entry = Che cosa portare
topic-goals = Obiettivi di apprendimento
topic-measure = Lo nota da questo
topic-path = Il percorso
topic-sessions-needed = I moduli obbligatori riempiono { $count ->
    [one] { $count } { LOWER(-session) }
   *[other] { $count } { LOWER(-sessions) }
}.
topic-optional = Moduli facoltativi
topic-no-modules = Questo percorso non ha ancora moduli.
topic-prerequisites = Richiede
topic-practice-share = { $percent } di pratica
topic-level = Livello
topic-used-by = Presente in
topic-reviewed = Ultima verifica: { $date }
topic-archived = Questo tema non è più offerto.

## Module page

module-objectives = In seguito la o il mentee sa
module-goals = Questo serve agli obiettivi del tema:
module-questions = Domande da fare prima
module-task = Compito
module-keypoints = L’essenziale
module-reflection = Per riflettere
module-prepare = Preparazione
module-materials = Materiale
module-optional = Facoltativo
module-practice = di cui { $duration } di pratica
module-self-study = { $duration } da soli
module-worked-on = Ci si lavora in
module-step = Passo { $number } di { $count }
module-done = Fatto
module-progress = { $done } di { $count } fatti

## Success factors

factors-intro = Quattro cose decidono se il mentoring inverso riesce. Questo manuale si misura da sé con esse.
factors-none = Non è ancora descritto nessun fattore di successo.
factor-place = Fattore di successo { $number }
factor-guidance = Che cosa fare
factor-checks = Che cosa si verifica
factor-threshold = Soglia
factor-results = Risultati
factor-difference = Differenza
factor-structure = Struttura
factor-voluntary = Libera scelta e impegno
factor-project = Un progetto con una fine

## Cohort pages

cohorts-intro = Ognuna percorre una volta tutto il programma, con un inizio, una fine e date fisse.
cohort-span = Dal – al
cohort-sessions = { -sessions }
cohort-table = Come tabella
cohort-break = nessun incontro
cohort-break-because = nessun incontro ({ $reason })
cohort-zone = Tutti gli orari come in { $zone }.
cohort-pairs = { -pairs }
cohort-calendar = Calendario
cohort-subscribe = Abbonarsi al calendario
cohort-subscribe-delay = { $hours ->
    [one] Questo calendario chiede ai programmi di cercare le modifiche ogni ora.
   *[other] Questo calendario chiede ai programmi di cercare le modifiche ogni { $hours } ore.
} Decidono da soli: Outlook e Google possono impiegare fino a un giorno. Per domani guardi qui.
cohort-subscribe-file = come file
cohort-calendar-organiser = Tappe, per chi dirige il programma
cohort-no-calendar = Non c’è un calendario a cui abbonarsi; valgono le date di questa pagina.
cohort-checks = Tutte le verifiche e le soglie
cohort-changes = Modifiche
cohort-no-changes = Finora nessuna modifica.
cohort-no-pairs = L’abbinamento non è ancora avvenuto.
cohort-milestones = Tappe
cohort-cancelled = Annullato: nessuna di queste date ha luogo.
cohort-column-number = N.
cohort-column-weekday = Giorno
cohort-column-date = Data
cohort-column-time = Ora
cohort-column-place = Luogo
cohort-column-title = Titolo
cohort-column-modules = Moduli

## Session page

session-of = { -session } { $number } di { $count }
session-agenda = Ordine del giorno
session-agenda-for = Ordine del giorno: { $topic }
session-several-topics = Più temi procedono fianco a fianco. Scelga il Suo:
agenda-column-time = Ora
agenda-column-what = Che cosa, e chi guida
agenda-column-minutes = Durata
session-goals = Obiettivi
session-prepares-mentor = { -mentor }: da preparare
session-prepares-mentee = { -mentee }: da preparare
session-prepares-organiser = { -organiser }: da preparare
session-prepares-sponsor = { -sponsor }: da preparare
session-nothing-to-prepare = Niente da preparare.
session-self-study-before = Da aver studiato fin qui:
session-questions = Domande per iniziare
session-reflection = Per riflettere
session-modules = Moduli
session-documents = Documenti
session-place = Luogo
session-link = Online
session-calendar = Inserire questa data in un calendario
session-self-study = { -self-study } fino alla prossima volta
session-cancelled = Questa data è annullata.
session-moved = Spostato da { $before } a { $after }.
session-instead-of = invece del
session-changed = Modificato ({ $date }): { $text }
session-previous = Data precedente
session-next = Data successiva

## Results of a cohort

checks-title = Fattori di successo: { $cohort }
checks-intro = Che cosa è in ordine, dove conviene guardare e che cosa manca ancora.
checks-none = Non è ancora stato verificato nulla.
check-off = Disattivato.
check-accepted = Noto e accettato da chi è responsabile del programma.
check-hidden = Per le edizioni piccole i risultati sui tandem non sono mostrati. Chi è responsabile del programma li vede con

## Role pages

for-mentor-summary = Per { LOWER(-mentors) }: il prossimo appuntamento e che cosa preparare, come guidarlo, e che cosa resta riservato.
for-mentee-summary = Per { LOWER(-mentees) }: che cosa potrà decidere dopo, tutte le date per il calendario, e che cosa portare. Nessun test, nessun rapporto.
for-organiser-summary = Per chi guida il programma: lista di controllo, tutte le date, risultati delle verifiche e documenti.
for-sponsor-summary = Per chi lo sostiene in direzione: scopo, date, ore, misure, e che cosa ci si aspetta da Lei.
for-next-session = Che cosa viene dopo
for-you = per Lei
for-my-role = È il mio ruolo
for-prepare = Da preparare
for-lead = Come guida
for-lead-text = Lei guida le parti che portano il Suo segno; le altre spettano alla persona mentee o a entrambi. La pagina di ogni incontro mostra chi guida e quando.
for-you-lead = Lei guida { $duration }
for-bring = Che cosa portare
for-dates = Date e calendario
for-past-sessions = Date passate
for-calendar = Abbonarsi al calendario:
for-no-tests = Nessun esame, nessun rapporto
for-no-tests-text = Nessuno La esamina, e nessuno scrive un rapporto su di Lei.
for-decision-sheet = Il foglio della decisione
for-decision-sheet-text = Alla fine c’è una pagina: sì, no o più tardi, con le Sue ragioni. La scrive Lei e la presenta alla chiusura.
for-not-knowing = Può dire «non lo so»
for-not-knowing-text = Il tempo serve a questo. Le domande che nessuno fa in riunione qui sono benvenute.
for-ask = A chi rivolgersi
for-checklist = Lista di controllo
for-no-milestones = Non è fissata nessuna tappa. Le tappe stanno nel file del programma.
for-results = A che punto siamo
for-all-sessions = Tutte le date
for-all-sessions-caption = Tutte le date, dalla prima
for-copy = Ancora una volta
for-copy-text = Una nuova edizione comincia come copia di una vecchia. Programma, tema, luogo e ritmo restano; coppie, date spostate e modifiche vengono tralasciate.
for-copy-command = leitfaden new cohort NUOVO --from VECCHIO
for-copy-after = Poi rivedere inizio, titolo e vacanze e annotare le nuove coppie.
for-expected = Che cosa ci si aspetta da Lei
for-kickoff-text = Lei dice perché l’azienda lo fa e che il tempo c’è.
for-closing-text = Lei ascolta le decisioni, fa domande e ringrazia.
for-read-on = Per continuare

## Immagini del filo

picture-path = Il percorso in immagine
picture-path-caption = I nodi pieni fanno parte del percorso, gli anelli sono facoltativi. Le linee portano a ciò che si basa su un modulo.
picture-agenda = Lo svolgimento, in scala
# What is heard of a knot; it begins with the words that are seen, so that they can be spoken to it (WCAG 2.5.3).
picture-block = { $time }: { $title }, { $lead }, { $duration }
picture-time-line-title = Sul calendario
picture-time-line = { -sessions } sul calendario, in scala
picture-session = { $date } { $title }, { $when }
picture-session-cancelled = { $date } { $title }, { $when }, annullato
picture-session-moved = { $date } { $title }, { $when }, invece del { $before }
picture-step = { $number }. { $title }, { $duration }
picture-step-optional = { $number }. { $title }, { $duration }, facoltativo

## Immagini che accompagnano i link alle pagine, in parole

card-site = Un filo rosso con un nodo: { $title }
card-topic = Il percorso come nodi su un filo rosso: { $title }, { $note }
card-cohort = Le date come nodi su un filo rosso: { $title }, { $note }

## Documents, glossary, print, feeds

document-by-hand = Stampi questa pagina e la compili a mano. Non viene inviato nulla.
document-summary = { $title }: una pagina da stampare e da compilare a mano.
document-others = Altri documenti
glossary-aliases = Anche
glossary-see = Vedi anche
glossary-summary = Che cosa significano le parole di questo manuale: { $terms }
glossary-none = Non è ancora spiegata nessuna parola.
print-all = Tutto il manuale da stampare
print-cohort = Con tutti gli appuntamenti, da stampare
print-topic = Con tutti i moduli, da stampare
print-edition = Su carta
print-editions = Altre edizioni
print-how = Stampi questa pagina o la salvi come PDF: A4, un foglio per ogni data.
print-parts = L’intero manuale sarebbe troppo per una sola stampa. Scelga una parte:
print-contents = Indice
print-code = Codice QR che porta a questa pagina
print-session = Stampata, questa pagina è un foglio: a sinistra lo svolgimento, a destra righe per gli appunti.
print-notes = Appunti
not-found-title = Questa pagina non esiste
not-found-text = Forse è stata spostata, o l’indirizzo contiene un errore di battitura. Da qui si arriva a tutto:
empty-pairs = Per chi scrive: un [[pair]] nel file dell’edizione nomina le due persone.
empty-command = Per chi scrive: si comincia con un file
changes-title = Modifiche
redirect = Questa pagina è stata spostata.

## Summaries of the success factors

factor-difference-pass = I tandem sono abbastanza diversi per parlare liberamente.
factor-difference-attention = Riguardi i tandem prima dell’avvio.
factor-difference-missing = Mancano alcuni dati sulle persone; i consigli valgono comunque.

factor-structure-pass = La cornice c’è; la riempia liberamente.
factor-structure-attention = La cornice ha una lacuna.
factor-structure-missing = Parti della cornice non sono ancora descritte.

factor-voluntary-pass = Ognuno sceglie liberamente e ha un sostegno.
factor-voluntary-attention = La libera scelta o il sostegno è debole.
factor-voluntary-missing = Non è detto come si partecipa né chi sostiene il programma.

factor-project-pass = Un tema, un periodo, un risultato.
factor-project-attention = Il progetto cresce oltre i suoi bordi.
factor-project-missing = Inizio, fine o risultato non sono ancora fissati.

## Success-factor checks: title, and what each result says

check-difference-department = Reparti diversi
check-difference-department-pass = Tutti i tandem uniscono reparti diversi: si possono fare domande senza effetti sul lavoro di ogni giorno.
check-difference-department-attention = Non tutti i tandem uniscono reparti diversi. Cambi l’abbinamento, o concordi come il tandem tratta il lavoro in comune.
check-difference-department-missing = Il reparto non è indicato per tutte le persone; perciò non si può verificare.

check-difference-age = Differenza d’età
check-difference-age-pass = I mentee hanno chiaramente più anni dei loro mentor; ogni lato porta un altro sguardo.
check-difference-age-attention = In almeno un tandem le età sono vicine. Può andare se posizione o esperienza sono diverse; altrimenti cerchi un altro abbinamento.
check-difference-age-missing = Per almeno un tandem manca l’anno di nascita o la fascia d’età.

check-difference-level = Posizioni invertite
check-difference-level-pass = I ruoli sono invertiti dappertutto: la persona mentee ha la posizione più alta.
check-difference-level-attention = In almeno un tandem la persona mentee non ha una posizione più alta della persona mentor. È uno scambio tra pari, non mentoring inverso.
check-difference-level-missing = La posizione non è indicata per tutte le persone.

check-difference-line = Fuori dalla linea gerarchica
check-difference-line-pass = Nessun mentor dipende dal proprio o dalla propria mentee, né direttamente né a un livello più in alto.
check-difference-line-attention = Almeno una persona mentor lavora nella linea gerarchica del proprio o della propria mentee. Lì un riscontro sincero verso l’alto è quasi impossibile: riveda l’abbinamento.
check-difference-line-missing = I superiori non sono indicati per tutti i mentor. Basta una lista vuota se nessuno di loro partecipa.

check-structure-criteria = Criteri di scelta
check-structure-criteria-pass = È scritto che cosa porta con sé una buona o un buon mentor.
check-structure-criteria-attention = Ci sono solo pochi criteri per la scelta. Aggiunga competenze e atteggiamento, non solo l’età.
check-structure-criteria-missing = Non sono indicati criteri per la scelta dei mentor.

check-structure-process = Scelta e abbinamento
check-structure-process-pass = La scelta e l’abbinamento sono descritti.
check-structure-process-attention = O la scelta o l’abbinamento non è descritto.
check-structure-process-missing = Non è detto nulla sulla scelta e sull’abbinamento.

check-structure-goals = Obiettivi di apprendimento
check-structure-goals-pass = Per ogni tema sono fissati obiettivi di apprendimento, con un segno da cui riconoscerli.
check-structure-goals-attention = Un tema ha troppo pochi obiettivi di apprendimento, o a un obiettivo manca il segno da cui riconoscerlo.
check-structure-goals-missing = Almeno un tema non ha obiettivi di apprendimento.

check-structure-coverage = Obiettivi trattati negli incontri
check-structure-coverage-pass = A ogni obiettivo di apprendimento si lavora in un incontro.
check-structure-coverage-attention = Almeno un obiettivo di apprendimento non è servito da alcun modulo obbligatorio.
check-structure-coverage-missing = Non ci sono obiettivi di apprendimento da confrontare con gli incontri.

check-structure-session-goals = Un obiettivo per ogni incontro
check-structure-session-goals-pass = Ogni incontro ha un proprio obiettivo.
check-structure-session-goals-attention = Almeno un incontro non ha un obiettivo proprio.
check-structure-session-goals-missing = Non è ancora previsto alcun incontro.

check-structure-agenda = Parti dell’ordine del giorno
check-structure-agenda-pass = Ogni ordine del giorno ha accoglienza, riflessione e prossimi passi.
check-structure-agenda-attention = Ad almeno un ordine del giorno mancano l’accoglienza, la riflessione o i prossimi passi.
check-structure-agenda-missing = Un incontro non ha un ordine del giorno.

check-structure-plan = Avvio, metà percorso e chiusura
check-structure-plan-pass = Lo svolgimento ha un inizio, una metà e una fine.
check-structure-plan-attention = Allo svolgimento manca l’avvio, il bilancio a metà percorso o la chiusura.
check-structure-plan-missing = Non è definito alcuno svolgimento.

check-structure-rhythm = Ritmo regolare
check-structure-rhythm-pass = Gli incontri si seguono abbastanza da vicino per non perdere il filo.
check-structure-rhythm-attention = C’è una lunga pausa tra due incontri. Ne sposti uno, o preveda una breve telefonata nel frattempo.
check-structure-rhythm-missing = Non ci sono ancora date.

check-structure-rules = Riservatezza e via d’uscita
check-structure-rules-pass = È stabilito che cosa resta riservato e come si può sciogliere un tandem.
check-structure-rules-attention = O la riservatezza o la via d’uscita non è stabilita.
check-structure-rules-missing = Né la riservatezza né la via d’uscita sono stabilite.

check-voluntary-mode = Modo di partecipazione
check-voluntary-mode-pass = È chiaro come si arriva a partecipare.
check-voluntary-mode-attention = Solo per un lato è detto come si arriva a partecipare.
check-voluntary-mode-missing = Non è detto se la partecipazione è volontaria, su invito o obbligatoria.

check-voluntary-choice = Libera scelta
check-voluntary-choice-pass = Nessuno partecipa contro la propria volontà.
check-voluntary-choice-attention = Almeno un lato non ha scelta. Il consenso ne soffre; permetta di rifiutare o di uscire dopo il secondo incontro.
check-voluntary-choice-missing = Senza indicazioni sulla partecipazione non si può verificare.

check-voluntary-reason = Motivo della richiesta
check-voluntary-reason-pass = Chi riceve la richiesta sa perché.
check-voluntary-reason-attention = Si chiede o si obbliga senza che sia indicato un motivo.
check-voluntary-reason-missing = Senza indicazioni sulla partecipazione non si può verificare.

check-voluntary-commitment = Sostegno della direzione
check-voluntary-commitment-pass = La direzione sostiene il programma e concede il tempo.
check-voluntary-commitment-attention = Il sostegno è a metà: manca la parola della direzione o il tempo di lavoro.
check-voluntary-commitment-missing = Non è detto nulla sul sostegno della direzione.

check-voluntary-attendance = Presenza attesa
check-voluntary-attendance-pass = È concordato quanti incontri ci si aspetta.
check-voluntary-attendance-attention = Ci si aspetta poca presenza; i tandem perderanno il filo.
check-voluntary-attendance-missing = Non è indicata alcuna aspettativa sulla presenza.

check-project-dates = Inizio e fine
check-project-dates-pass = L’inizio e la fine sono fissati.
check-project-dates-attention = La fine è aperta.
check-project-dates-missing = Manca una data d’inizio.

check-project-duration = Durata
check-project-duration-pass = L’edizione è abbastanza breve per restare un progetto.
check-project-duration-attention = L’edizione è lunga per un solo tema. La accorci, o ne faccia due.
check-project-duration-missing = Non ci sono ancora date.

check-project-sessions = Numero di incontri
check-project-sessions-pass = Il numero di incontri è adatto a un solo tema.
check-project-sessions-attention = Il numero di incontri è insolito: troppo pochi per esercitarsi, o troppi per un solo tema.
check-project-sessions-missing = Non è ancora previsto alcun incontro.

check-project-topics = Un solo tema
check-project-topics-pass = L’edizione resta sul suo tema.
check-project-topics-attention = Più temi procedono fianco a fianco. Questo costa preparazione e apprendimento comune.
check-project-topics-missing = Non è ancora scelto alcun tema.

check-project-outcome = Risultato e misura
check-project-outcome-pass = È chiaro che cosa dovrà essere sul tavolo alla fine.
check-project-outcome-attention = È chiaro solo in parte qual è il risultato e da che cosa lo si riconosce.
check-project-outcome-missing = Non sono indicati né un risultato né una misura.

## Words that the program itself asks for

home-organiser-is = chi guida il programma: sceglie le persone e tiene la cornice
home-sponsor-is = chi lo sostiene in direzione: dà il tempo
alert-note = Nota
alert-tip = Consiglio
alert-important = Importante
alert-warning = Attenzione
alert-caution = Cautela
task-open = Da fare
task-done = Fatto
threshold-min-age-gap = { $count ->
    [one] almeno { $count } anno di differenza
   *[other] almeno { $count } anni di differenza
}
threshold-min-level-gap = { $count ->
    [one] almeno { $count } livello di distanza
   *[other] almeno { $count } livelli di distanza
}
threshold-min-mentor-criteria = { $count ->
    [one] almeno { $count } criterio
   *[other] almeno { $count } criteri
}
threshold-min-topic-goals = { $count ->
    [one] almeno { $count } obiettivo per tema
   *[other] almeno { $count } obiettivi per tema
}
threshold-max-gap-days = { $count ->
    [one] al massimo { $count } giorno tra due date
   *[other] al massimo { $count } giorni tra due date
}
threshold-midpoint-from = { $count ->
    [one] una verifica a partire da { $count } data
   *[other] una verifica a partire da { $count } date
}
threshold-max-months = { $count ->
    [one] al massimo { $count } mese
   *[other] al massimo { $count } mesi
}
threshold-min-sessions = { $count ->
    [one] almeno { $count } data
   *[other] almeno { $count } date
}
threshold-max-sessions = { $count ->
    [one] al massimo { $count } data
   *[other] al massimo { $count } date
}
threshold-max-topics = { $count ->
    [one] al massimo { $count } tema
   *[other] al massimo { $count } temi
}
threshold-min-attendance-percent = almeno il { $count }%
threshold-required-kinds = parti: { $kinds }
check-difference-age-why = Dieci anni separano ancora due generazioni scolastiche e lasciano margine alle piccole aziende.
check-difference-level-why = I ruoli sono davvero invertiti solo se il mentee ha la posizione più alta.
check-difference-line-why = Anche subito sotto una persona che risponde al mentee è difficile parlare liberamente.
check-structure-criteria-why = Meno di tre criteri dicono di solito soltanto «giovane».
check-structure-goals-why = Un solo obiettivo basta per un colloquio, non per un percorso.
check-structure-plan-why = Con quattro date la verifica sarebbe già la chiusura.
check-structure-rhythm-why = Tre o quattro settimane sono la norma; così è possibile anche un ritmo mensile.
check-voluntary-attendance-why = Mancare una volta su quattro è sopportabile; di più spezza il filo.
check-project-duration-why = Ciò che dura più di sei mesi non è più un progetto.
check-project-sessions-why = Sei sono la norma; meno non lasciano tempo per esercitarsi, di più richiedono un secondo tema.
check-project-topics-why = Un progetto serve un solo tema; diversi costano preparazione e apprendimento comune.

## What a result rests on; only in the terminal and in private reports

detail-no-pairs = Nessun tandem è attivo.
detail-difference-department = { -pair } { $pair }: entrambi vengono dallo stesso reparto.
detail-difference-age = { -pair } { $pair }: tra i due { $found ->
    [one] c’è { $found } anno
   *[other] ci sono { $found } anni
}; { $wanted ->
    [one] se ne vorrebbe almeno { $wanted }
   *[other] se ne vorrebbero almeno { $wanted }
}.
detail-difference-level = { -pair } { $pair }: tra le posizioni { $found ->
    [one] c’è { $found } livello
   *[other] ci sono { $found } livelli
}; { $wanted ->
    [one] se ne vorrebbe almeno { $wanted }
   *[other] se ne vorrebbero almeno { $wanted }
}.
detail-difference-line = { -pair } { $pair }: la persona mentee è superiore della persona mentor.
detail-unknown-department = { -pair } { $pair } ({ $who }): il reparto non è indicato.
detail-unknown-age = { -pair } { $pair } ({ $who }): non è indicato né l’anno di nascita né la fascia d’età.
detail-unknown-age-kind = { -pair } { $pair }: un anno di nascita e una fascia d’età non si possono confrontare; indichi lo stesso per entrambi.
detail-unknown-level = { -pair } { $pair } ({ $who }): la posizione non è indicata.
detail-unknown-superiors = { -pair } { $pair } ({ $who }): i superiori non sono indicati; basta una lista vuota.
detail-not-stated = Manca nel programma: { $key }
detail-too-few = { $found } invece di almeno { $wanted }
detail-too-many = { $found } invece di al massimo { $allowed }
detail-topic-goals = { -topic } { $topic }: { $found ->
    [one] { $found } obiettivo
   *[other] { $found } obiettivi
} invece di almeno { $wanted }
detail-no-goals = Nessun tema ha obiettivi.
detail-goal-measure = { -topic } { $topic }, obiettivo { $goal }: senza un segno da cui riconoscerlo
detail-goal-served = { -topic } { $topic }, obiettivo { $goal }: nessun modulo obbligatorio di un incontro lo serve.
detail-no-sessions = Nessun incontro ha luogo.
detail-session-goal = { -session } { $session }, tema { $topic }: senza un obiettivo proprio
detail-agenda-lacks = Modello { $template }: nessuna parte del tipo { $kind }
detail-flow-lacks = Manca al suo posto: { $kind }
detail-long-break = { $days ->
    [one] { $days } giorno
   *[other] { $days } giorni
} tra gli incontri { $after } e { $before }; se ne vorrebbero al massimo { $allowed }.
detail-no-choice = Senza scelta: { $who }
detail-not-work-time = Gli incontri non contano come tempo di lavoro: commitment.work_time
detail-ends-late = L’ultimo incontro è il { $last }; l’ultimo giorno possibile sarebbe il { $latest }.
detail-no-topic = L’edizione non ha un tema.
detail-topic-outcome = { -topic } { $topic }: senza risultato
detail-waived = Accettato: { $reason }
detail-waived-pair = Accettato per { $pair }: { $reason }
detail-exchange = Via d’uscita: scambiare i mentee, { $swaps }. Allora tutte le verifiche dei tandem passano.
detail-report = Solo per chi è responsabile del programma: questo file nomina dei tandem e non si pubblica.
