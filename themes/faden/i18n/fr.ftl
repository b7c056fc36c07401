### Les textes de l'interface en français (thème Faden). Ils recouvrent les textes anglais.
###
### Un site remplace les mots du métier (les termes) dans site.toml sous [labels.fr]. Ils ne figurent ici que seuls
### ou derrière un nombre, car le français accorde ; ailleurs, les mots sont fixes. LOWER(…) écrit un terme en
### minuscules. « Mentor » désigne toujours la jeune personne, « mentee » toujours la personne expérimentée ; on vouvoie.

## Words of the field

-mentor = Mentor
-mentors = Mentors
-mentee = Mentee
-mentees = Mentees
-pair = Binôme
-pairs = Binômes
-session = Rencontre
-sessions = Rencontres
-cohort = Édition
-cohorts = Éditions
-topic = Thème
-module = Module
-organiser = Responsable du programme
-sponsor = Direction
-self-study = Travail personnel
-slack = Exercices et questions ouvertes

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
label-programme = Programme
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
role-both = Ensemble
role-organiser = { -organiser }
role-sponsor = { -sponsor }

kind-check-in = Accueil
kind-goal = Objectif
kind-input = Apport
kind-modules = Modules
kind-module = { -module }
kind-practice = Exercice
kind-reflection = Réflexion
kind-feedback = Retour
kind-review = Bilan
kind-next-steps = Prochaines étapes
kind-admin = Organisation
kind-break = Pause

session-kind-kickoff = Lancement
session-kind-working = Rencontre de travail
session-kind-midpoint = Bilan à mi-parcours
session-kind-closing = Clôture
session-kind-other = Autre rencontre

level-beginner = Débutant
level-intermediate = Intermédiaire
level-advanced = Avancé

state-planned = À venir
state-running = En cours
state-completed = Terminée
state-next = À suivre
state-now = Maintenant
state-over = Passé

session-state-cancelled = Annulée

change-moved = Déplacement
change-place = Nouveau lieu
change-cancelled = Annulation
change-restored = Maintien
change-content = Nouveau contenu

document-kind-agreement = Accord
document-kind-session-log = Journal de rencontre
document-kind-midpoint-form = Questionnaire à mi-parcours
document-kind-self-rating = Autoévaluation
document-kind-evaluation-form = Évaluation
document-kind-other = Document

participation-voluntary = Volontaire
participation-nominated = Sur invitation
participation-mandatory = Obligatoire

when-start = Au début
when-mid = À mi-parcours
when-end = À la fin
when-after = Après

result-pass = En ordre
result-attention = À regarder
result-missing = Données manquantes
result-off = Désactivé
result-accepted = Accepté

## Amounts and lists

minutes = { $count }{ "\u00A0" }min
hours = { $count }{ "\u00A0" }h
hours-and-minutes = { $hours }{ "\u00A0" }h { $minutes }{ "\u00A0" }min
modules-count = { $count ->
    [one] { $count } module
   *[other] { $count } modules
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
list-last = { $list } et { $item }

## Every page

page-skip = Aller au contenu
page-menu = Menu
page-language = Langue
page-breadcrumb = Vous êtes ici
page-contents = Sur cette page
page-contents-all = Tout le manuel
page-previous = Précédent
page-next = Suivant
page-edit = Modifier cette page
page-external = hors de ce manuel
page-colors = Couleurs
page-colors-auto = Comme l’appareil
page-colors-light = Clair
page-colors-dark = Sombre
page-draft = Brouillon
page-changed = Modifié depuis votre dernière visite

## What the browser keeps, and the keyboard

keep-title = Gardé dans ce navigateur
keep-text = Votre rôle, les couleurs, les modules cochés et les textes déjà vus restent dans ce navigateur. Rien n’est envoyé.
keep-role = Je lis en tant que
keep-role-none = aucun rôle choisi
keep-export = Enregistrer dans un fichier
keep-import = Reprendre d’un fichier :
keep-imported = Repris.
keep-foreign = Ce fichier n’a pas été enregistré par un manuel.
keep-wipe = Tout oublier
keep-wipe-sure = Oublier le rôle, les couleurs, les coches et les textes vus dans ce navigateur ?
keep-wiped = Tout est oublié.
keys-title = Raccourcis clavier
keys-show = Afficher les raccourcis
keys-on = Touches simples comme raccourcis
keys-help = Cette liste
keys-role = La page de votre rôle
keys-previous = La page d’avant, dans un parcours ou une suite de dates
keys-next = La page d’après
keys-close = Fermer

nav-home = Accueil
nav-topics = Thèmes
nav-factors = Facteurs de réussite
nav-cohorts = { -cohorts }
nav-documents = Documents
nav-glossary = Glossaire
nav-roles = Votre rôle

## Home page

home-swap-title = Les rôles sont inversés
home-what = De quoi il s’agit
home-swap = Ici, la jeune collaboratrice ou le jeune collaborateur est { LOWER(-mentor) } et montre le chemin. La personne expérimentée, qui dirige, est { LOWER(-mentee) } et apprend.
home-mentor-is = la jeune personne qui transmet
home-mentee-is = la personne expérimentée qui apprend
home-i-am = Je suis …
home-own-page = Vers votre page, avec votre prochaine préparation
home-no-cohorts = Rien n’est encore prévu. Les premières dates apparaîtront ici.

## Programme page

programme-purpose = Raison d’être
programme-goal = But
programme-who = Qui est qui
programme-flow = Le déroulement
programme-flow-length = { $sessions } de { $duration } chacune
programme-selection = Comment se fait le choix
programme-criteria-mentors = { -mentors } : ce qui compte
programme-criteria-mentees = { -mentees } : ce qui compte
programme-process = Sélection
programme-matching = Attribution
programme-participation = Participation
programme-can-decline = Toute personne sollicitée peut refuser.
programme-commitment = Ce qui est attendu
programme-work-time = A lieu pendant le temps de travail.
programme-attendance = Présence attendue : { $percent }
programme-cancel-notice = En cas d’empêchement, prévenez au moins { $hours } heures à l’avance.
programme-confidentiality = Ce qui reste entre vous
programme-exit = Comment en sortir
programme-sponsor-says = Un mot de la direction
programme-measures = À quoi nous voyons que cela marche
programme-target = Valeur visée
programme-cost = Ce que cela coûte en heures
hours-sessions = { -sessions }, par personne
hours-self-study = { -self-study }, par mentee
hours-mentor = { -mentor }, en tout
hours-mentee = { -mentee }, en tout
hours-organiser = { -organiser } : anime dans les rencontres
hours-sponsor = { -sponsor } : anime dans les rencontres
hours-all = Les { $people } personnes ensemble
hours-counted = La préparation compte dans la mesure où les modules en indiquent les minutes, comme travail personnel des mentees. Ce qui est à préparer en plus figure auprès de chaque rencontre et n’est pas compté ici.
programme-links = Liens
programme-contact = Contact

## Topic pages: the learning path

topics-intro = Chaque thème est un parcours : des modules qui mènent l’un à l’autre et, au bout, une décision.
topics-none = Aucun thème n’est encore proposé.
topics-archived = Plus proposés
topic-outcome = Ce que vous pourrez décider ensuite
topic-why = Pourquoi ce thème
topic-entry = Ce qu’il faut apporter
topic-goals = Objectifs d’apprentissage
topic-measure = Vous le remarquez à ceci
topic-path = Le parcours
topic-sessions-needed = Les modules obligatoires remplissent { $count ->
    [one] { $count } { LOWER(-session) }
   *[other] { $count } { LOWER(-sessions) }
}.
topic-optional = Modules facultatifs
topic-no-modules = Ce parcours n’a pas encore de modules.
topic-prerequisites = Demande
topic-practice-share = { $percent } de pratique
topic-level = Niveau
topic-used-by = Présent dans
topic-reviewed = Dernière relecture le { $date }
topic-archived = Ce thème n’est plus proposé.

## Module page

module-objectives = Ensuite, la ou le mentee sait
module-goals = Cela sert les objectifs du thème :
module-questions = Questions à poser avant
module-task = Tâche
module-keypoints = L’essentiel
module-reflection = Pour réfléchir
module-prepare = Préparation
module-materials = Matériel
module-optional = Facultatif
module-practice = dont { $duration } de pratique
module-self-study = { $duration } en travail personnel
module-worked-on = Travaillé dans
module-step = Étape { $number } sur { $count }
module-done = Fait
module-progress = { $done } sur { $count } faits

## Success factors

factors-intro = Quatre choses décident de la réussite du mentorat inversé. Ce manuel s’y mesure lui-même.
factors-none = Aucun facteur de réussite n’est encore décrit.
factor-place = Facteur de réussite { $number }
factor-guidance = Que faire
factor-checks = Ce qui est vérifié
factor-threshold = Seuil
factor-results = Résultats
factor-difference = Différence
factor-structure = Structure
factor-voluntary = Libre choix et engagement
factor-project = Un projet avec une fin

## Cohort pages

cohorts-intro = Chacune parcourt une fois tout le programme, avec un début, une fin et des dates fixes.
cohort-span = Du – au
cohort-sessions = { -sessions }
cohort-table = En tableau
cohort-break = pas de rencontre
cohort-break-because = pas de rencontre ({ $reason })
cohort-zone = Toutes les heures comme à { $zone }.
cohort-pairs = { -pairs }
cohort-calendar = Calendrier
cohort-subscribe = S’abonner au calendrier
cohort-subscribe-delay = { $hours ->
    [one] Ce calendrier demande aux agendas de chercher les changements toutes les heures.
   *[other] Ce calendrier demande aux agendas de chercher les changements toutes les { $hours } heures.
} Ils en décident eux-mêmes : Outlook et Google peuvent mettre jusqu’à un jour. Pour demain, regardez ici.
cohort-subscribe-file = en fichier
cohort-calendar-organiser = Jalons, pour les responsables du programme
cohort-no-calendar = Il n’y a pas de calendrier auquel s’abonner ; les dates de cette page font foi.
cohort-checks = Toutes les vérifications et les seuils
cohort-changes = Changements
cohort-no-changes = Aucun changement jusqu’ici.
cohort-no-pairs = L’attribution n’est pas encore faite.
cohort-milestones = Jalons
cohort-cancelled = Annulé : aucune de ces dates n’a lieu.
cohort-column-number = Nº
cohort-column-weekday = Jour
cohort-column-date = Date
cohort-column-time = Heure
cohort-column-place = Lieu
cohort-column-title = Titre
cohort-column-modules = Modules

## Session page

session-of = { -session } { $number } sur { $count }
session-agenda = Ordre du jour
session-agenda-for = Ordre du jour : { $topic }
session-several-topics = Plusieurs thèmes avancent côte à côte. Choisissez le vôtre :
agenda-column-time = Heure
agenda-column-what = Quoi, et qui mène
agenda-column-minutes = Durée
session-goals = Objectifs
session-prepares-mentor = { -mentor } : à préparer
session-prepares-mentee = { -mentee } : à préparer
session-prepares-organiser = { -organiser } : à préparer
session-prepares-sponsor = { -sponsor } : à préparer
session-nothing-to-prepare = Rien à préparer.
session-self-study-before = À avoir travaillé d’ici là :
session-questions = Questions pour commencer
session-reflection = Pour réfléchir
session-modules = Modules
session-documents = Documents
session-place = Lieu
session-link = En ligne
session-calendar = Reprendre cette date dans un agenda
session-self-study = { -self-study } d’ici la prochaine fois
session-cancelled = Cette date est annulée.
session-moved = Déplacé du { $before } au { $after }.
session-instead-of = au lieu du
session-changed = Modifié le { $date } : { $text }
session-previous = Date précédente
session-next = Date suivante

## Results of a cohort

checks-title = Facteurs de réussite : { $cohort }
checks-intro = Ce qui est en ordre, ce qui mérite un regard et ce qui manque encore.
checks-none = Rien n’a encore été vérifié.
check-off = Désactivé.
check-accepted = Connu et accepté par la personne responsable du programme.
check-hidden = Pour les petites éditions, les résultats sur les binômes ne sont pas montrés. La personne responsable du programme les voit avec

## Role pages

for-mentor-summary = Pour les { LOWER(-mentors) } : la prochaine date et ce qu’il faut préparer, comment la mener, et ce qui reste confidentiel.
for-mentee-summary = Pour les { LOWER(-mentees) } : ce que vous pourrez décider, toutes les dates pour votre agenda, et quoi apporter. Ni test, ni rapport.
for-organiser-summary = Pour qui mène le programme : liste de contrôle, toutes les dates, résultats des contrôles et documents.
for-sponsor-summary = Pour qui le soutient à la direction : but, dates, heures, mesures, et ce que l’on attend de vous.
for-next-session = La suite
for-you = pour vous
for-my-role = C’est mon rôle
for-prepare = À préparer
for-lead = Comment vous menez
for-lead-text = Vous menez les parties qui portent votre signe ; les autres reviennent à la personne mentee ou à vous deux. La page de chaque rencontre montre qui mène et quand.
for-you-lead = vous menez { $duration }
for-bring = Ce que vous apportez
for-dates = Dates et calendrier
for-past-sessions = Dates passées
for-calendar = S’abonner au calendrier :
for-no-tests = Ni examen ni rapport
for-no-tests-text = Personne ne vous examine, et personne n’écrit de rapport sur vous.
for-decision-sheet = La feuille de décision
for-decision-sheet-text = À la fin, il y a une page : oui, non ou plus tard, avec vos raisons. Vous l’écrivez et la présentez à la clôture.
for-not-knowing = Vous pouvez dire « je ne sais pas »
for-not-knowing-text = Ce temps est là pour cela. Les questions que personne ne pose en séance sont ici les bienvenues.
for-ask = À qui s’adresser
for-checklist = Liste de contrôle
for-no-milestones = Aucun jalon n’est fixé. Ils figurent dans le fichier du programme.
for-results = Où l’on en est
for-all-sessions = Toutes les dates
for-all-sessions-caption = Toutes les dates, la plus proche d’abord
for-copy = Encore une fois
for-copy-text = Une nouvelle édition commence par une copie d’une ancienne. Le programme, le thème, le lieu et le rythme restent ; les duos, les dates déplacées et les changements sont laissés de côté.
for-copy-command = leitfaden new cohort NOUVEAU --from ANCIEN
for-copy-after = Revoir ensuite le début, le titre et les vacances, puis inscrire les nouveaux duos.
for-expected = Ce que l’on attend de vous
for-kickoff-text = Vous dites pourquoi la maison le fait et que le temps est accordé.
for-closing-text = Vous écoutez les décisions, posez des questions et remerciez.
for-read-on = À lire aussi

## Images du fil

picture-path = Le parcours en image
picture-path-caption = Les nœuds pleins font partie du parcours, les anneaux sont facultatifs. Les lignes mènent à ce qui s’appuie sur un module.
picture-agenda = Le déroulement, à l’échelle
# What is heard of a knot; it begins with the words that are seen, so that they can be spoken to it (WCAG 2.5.3).
picture-block = { $time }: { $title }, { $lead }, { $duration }
picture-time-line-title = Sur le calendrier
picture-time-line = Les { LOWER(-sessions) } sur le calendrier, à l’échelle
picture-session = { $date } { $title }, { $when }
picture-session-cancelled = { $date } { $title }, { $when }, annulée
picture-session-moved = { $date } { $title }, { $when }, au lieu du { $before }
picture-step = { $number }. { $title }, { $duration }
picture-step-optional = { $number }. { $title }, { $duration }, facultatif

## Images qui accompagnent les liens vers les pages, en mots

card-site = Un fil rouge avec un nœud : { $title }
card-topic = Le parcours en nœuds sur un fil rouge : { $title }, { $note }
card-cohort = Les dates en nœuds sur un fil rouge : { $title }, { $note }

## Documents, glossary, print, feeds

document-by-hand = Imprimez cette page et remplissez-la à la main. Rien n’est envoyé.
document-summary = { $title } : une page à imprimer et à remplir à la main.
document-others = Autres documents
glossary-aliases = Aussi
glossary-see = Voir aussi
glossary-summary = Ce que veulent dire les mots de ce manuel : { $terms }
glossary-none = Aucun mot n’est encore expliqué.
print-all = Tout le manuel à imprimer
print-cohort = Avec toutes les { LOWER(-sessions) }, à imprimer
print-topic = Avec tous les modules, à imprimer
print-edition = Sur papier
print-editions = Autres éditions
print-how = Imprimez cette page ou enregistrez-la en PDF : A4, une feuille par date.
print-parts = Le manuel entier serait trop pour une seule impression. Choisissez une partie :
print-contents = Table des matières
print-code = Code QR qui mène à cette page
print-session = Imprimée, cette page est une feuille : le déroulement à gauche, des lignes pour vos notes à droite.
print-notes = Notes
not-found-title = Cette page n’existe pas
not-found-text = Elle a peut-être été déplacée, ou l’adresse contient une faute de frappe. D’ici, tout est accessible :
empty-pairs = Pour les auteurs : un [[pair]] dans le fichier de l’édition nomme les deux personnes.
empty-command = Pour les auteurs : tout commence par un fichier
changes-title = Changements
redirect = Cette page a été déplacée.

## Summaries of the success factors

factor-difference-pass = Les binômes sont assez différents pour parler librement.
factor-difference-attention = Regardez encore une fois les binômes avant le lancement.
factor-difference-missing = Quelques données sur les personnes manquent ; les conseils restent valables.

factor-structure-pass = Le cadre est posé ; remplissez-le librement.
factor-structure-attention = Le cadre a une lacune.
factor-structure-missing = Des parties du cadre ne sont pas encore décrites.

factor-voluntary-pass = Chacun choisit librement et se sait soutenu.
factor-voluntary-attention = Le libre choix ou le soutien est mince.
factor-voluntary-missing = Il n’est pas dit comment on participe ni qui soutient le programme.

factor-project-pass = Un thème, une période, un résultat.
factor-project-attention = Le projet déborde de son cadre.
factor-project-missing = Le début, la fin ou le résultat n’est pas encore fixé.

## Success-factor checks: title, and what each result says

check-difference-department = Services différents
check-difference-department-pass = Tous les binômes réunissent des services différents : on peut poser des questions sans effet sur le travail quotidien.
check-difference-department-attention = Tous les binômes ne réunissent pas des services différents. Changez l’attribution, ou convenez de la manière de traiter le travail commun.
check-difference-department-missing = Le service n’est pas indiqué pour toutes les personnes ; cela ne peut donc pas être vérifié.

check-difference-age = Écart d’âge
check-difference-age-pass = Les mentees sont nettement plus âgés que leurs mentors ; chaque côté apporte un autre regard.
check-difference-age-attention = Dans un binôme au moins, les âges sont proches. Cela peut aller si la position ou l’expérience diffèrent ; sinon, cherchez une autre attribution.
check-difference-age-missing = Pour un binôme au moins, l’année de naissance ou la tranche d’âge manque.

check-difference-level = Positions inversées
check-difference-level-pass = Les rôles sont inversés partout : la personne mentee occupe la position la plus élevée.
check-difference-level-attention = Dans un binôme au moins, la personne mentee n’occupe pas une position plus élevée que la personne mentor. C’est un échange entre pairs, pas un mentorat inversé.
check-difference-level-missing = La position n’est pas indiquée pour toutes les personnes.

check-difference-line = Hors de la ligne hiérarchique
check-difference-line-pass = Aucun mentor ne dépend de son ou de sa mentee, ni directement ni à un échelon de plus.
check-difference-line-attention = Une personne mentor au moins travaille dans la ligne hiérarchique de son ou de sa mentee. Un retour franc vers le haut n’y est guère possible : revoyez l’attribution.
check-difference-line-missing = Les supérieurs ne sont pas indiqués pour tous les mentors. Une liste vide suffit si aucun d’eux ne participe.

check-structure-criteria = Critères de sélection
check-structure-criteria-pass = Il est écrit ce qu’apporte une bonne ou un bon mentor.
check-structure-criteria-attention = Il n’y a que peu de critères pour le choix. Ajoutez des compétences et une attitude, pas seulement l’âge.
check-structure-criteria-missing = Aucun critère n’est indiqué pour le choix des mentors.

check-structure-process = Sélection et attribution
check-structure-process-pass = La sélection et l’attribution sont décrites.
check-structure-process-attention = Soit la sélection, soit l’attribution n’est pas décrite.
check-structure-process-missing = Rien n’est dit de la sélection ni de l’attribution.

check-structure-goals = Objectifs d’apprentissage
check-structure-goals-pass = Chaque thème a ses objectifs d’apprentissage, avec un signe auquel les reconnaître.
check-structure-goals-attention = Un thème a trop peu d’objectifs d’apprentissage, ou un objectif n’a pas de signe auquel le reconnaître.
check-structure-goals-missing = Un thème au moins n’a pas d’objectifs d’apprentissage.

check-structure-coverage = Objectifs travaillés en rencontre
check-structure-coverage-pass = Chaque objectif d’apprentissage est travaillé dans une rencontre.
check-structure-coverage-attention = Un objectif d’apprentissage au moins n’est servi par aucun module obligatoire.
check-structure-coverage-missing = Il n’y a pas d’objectifs d’apprentissage à comparer avec les rencontres.

check-structure-session-goals = Un objectif par rencontre
check-structure-session-goals-pass = Chaque rencontre a son propre objectif.
check-structure-session-goals-attention = Une rencontre au moins n’a pas d’objectif propre.
check-structure-session-goals-missing = Aucune rencontre n’est encore prévue.

check-structure-agenda = Parties de l’ordre du jour
check-structure-agenda-pass = Chaque ordre du jour comprend un accueil, une réflexion et les prochaines étapes.
check-structure-agenda-attention = Dans un ordre du jour au moins, il manque l’accueil, la réflexion ou les prochaines étapes.
check-structure-agenda-missing = Une rencontre n’a pas d’ordre du jour.

check-structure-plan = Lancement, mi-parcours et clôture
check-structure-plan-pass = Le déroulement a un début, un milieu et une fin.
check-structure-plan-attention = Il manque au déroulement un lancement, un bilan à mi-parcours ou une clôture.
check-structure-plan-missing = Aucun déroulement n’est défini.

check-structure-rhythm = Rythme régulier
check-structure-rhythm-pass = Les rencontres se suivent d’assez près pour garder le fil.
check-structure-rhythm-attention = Il y a une longue pause entre deux rencontres. Déplacez-en une, ou prévoyez un court appel entre les deux.
check-structure-rhythm-missing = Il n’y a pas encore de dates.

check-structure-rules = Confidentialité et sortie
check-structure-rules-pass = Il est réglé ce qui reste entre vous et comment un binôme peut être dissous.
check-structure-rules-attention = Soit la confidentialité, soit la sortie n’est pas réglée.
check-structure-rules-missing = Ni la confidentialité ni la sortie ne sont réglées.

check-voluntary-mode = Mode de participation
check-voluntary-mode-pass = On sait clairement comment on en vient à participer.
check-voluntary-mode-attention = Pour un seul côté, il est dit comment on en vient à participer.
check-voluntary-mode-missing = Il n’est pas dit si la participation est volontaire, sur invitation ou obligatoire.

check-voluntary-choice = Libre choix
check-voluntary-choice-pass = Personne ne participe contre son gré.
check-voluntary-choice-attention = Un côté au moins n’a pas le choix. L’adhésion en souffre ; permettez de refuser ou de partir après la deuxième rencontre.
check-voluntary-choice-missing = Sans indication sur la participation, cela ne peut pas être vérifié.

check-voluntary-reason = Raison de la demande
check-voluntary-reason-pass = Les personnes sollicitées savent pourquoi.
check-voluntary-reason-attention = Des personnes sont sollicitées ou obligées sans qu’une raison soit indiquée.
check-voluntary-reason-missing = Sans indication sur la participation, cela ne peut pas être vérifié.

check-voluntary-commitment = Soutien de la direction
check-voluntary-commitment-pass = La direction soutient le programme et donne le temps nécessaire.
check-voluntary-commitment-attention = Le soutien est hésitant : il manque un mot de la direction ou le temps de travail.
check-voluntary-commitment-missing = Rien n’est dit du soutien de la direction.

check-voluntary-attendance = Présence attendue
check-voluntary-attendance-pass = Il est convenu combien de rencontres sont attendues.
check-voluntary-attendance-attention = On attend peu de présence ; les binômes y perdront le fil.
check-voluntary-attendance-missing = Aucune attente n’est indiquée pour la présence.

check-project-dates = Début et fin
check-project-dates-pass = Le début et la fin sont fixés.
check-project-dates-attention = La fin est ouverte.
check-project-dates-missing = Il manque une date de début.

check-project-duration = Durée
check-project-duration-pass = L’édition est assez courte pour rester un projet.
check-project-duration-attention = L’édition est longue pour un seul thème. Raccourcissez-la, ou faites-en deux.
check-project-duration-missing = Il n’y a pas encore de dates.

check-project-sessions = Nombre de rencontres
check-project-sessions-pass = Le nombre de rencontres convient à un seul thème.
check-project-sessions-attention = Le nombre de rencontres est inhabituel : trop peu pour s’exercer, ou trop pour un seul thème.
check-project-sessions-missing = Aucune rencontre n’est encore prévue.

check-project-topics = Un seul thème
check-project-topics-pass = L’édition s’en tient à son thème.
check-project-topics-attention = Plusieurs thèmes avancent côte à côte. Cela coûte de la préparation et de l’apprentissage commun.
check-project-topics-missing = Aucun thème n’est encore choisi.

check-project-outcome = Résultat et mesure
check-project-outcome-pass = On sait clairement ce qui doit être sur la table à la fin.
check-project-outcome-attention = On ne sait qu’en partie quel est le résultat et à quoi on le reconnaît.
check-project-outcome-missing = Ni un résultat ni une mesure ne sont indiqués.

## Words that the program itself asks for

home-organiser-is = qui mène le programme : choisit les personnes et tient le cadre
home-sponsor-is = qui le soutient à la direction : donne le temps
alert-note = Remarque
alert-tip = Conseil
alert-important = Important
alert-warning = Attention
alert-caution = Prudence
task-open = À faire
task-done = Fait
threshold-min-age-gap = { $count ->
    [one] au moins { $count } an d’écart
   *[other] au moins { $count } ans d’écart
}
threshold-min-level-gap = { $count ->
    [one] au moins { $count } échelon d’écart
   *[other] au moins { $count } échelons d’écart
}
threshold-min-mentor-criteria = { $count ->
    [one] au moins { $count } critère
   *[other] au moins { $count } critères
}
threshold-min-topic-goals = { $count ->
    [one] au moins { $count } objectif par thème
   *[other] au moins { $count } objectifs par thème
}
threshold-max-gap-days = { $count ->
    [one] au plus { $count } jour entre deux dates
   *[other] au plus { $count } jours entre deux dates
}
threshold-midpoint-from = { $count ->
    [one] un bilan à partir de { $count } date
   *[other] un bilan à partir de { $count } dates
}
threshold-max-months = { $count ->
    [one] au plus { $count } mois
   *[other] au plus { $count } mois
}
threshold-min-sessions = { $count ->
    [one] au moins { $count } date
   *[other] au moins { $count } dates
}
threshold-max-sessions = { $count ->
    [one] au plus { $count } date
   *[other] au plus { $count } dates
}
threshold-max-topics = { $count ->
    [one] au plus { $count } thème
   *[other] au plus { $count } thèmes
}
threshold-min-attendance-percent = au moins { $count } %
threshold-required-kinds = parties : { $kinds }
check-difference-age-why = Dix ans séparent encore deux générations scolaires et laissent de la marge aux petites entreprises.
check-difference-level-why = Les rôles ne sont vraiment inversés que si la personne mentee occupe la position la plus élevée.
check-difference-line-why = Juste au-dessous d’une personne subordonnée au mentee, il reste difficile de parler librement.
check-structure-criteria-why = Moins de trois critères ne disent le plus souvent que « jeune ».
check-structure-goals-why = Un seul objectif suffit pour un entretien, pas pour un parcours.
check-structure-plan-why = Avec quatre dates, le bilan serait déjà la clôture.
check-structure-rhythm-why = Trois à quatre semaines sont d’usage ; un rythme mensuel reste possible.
check-voluntary-attendance-why = Manquer une date sur quatre est supportable ; au-delà, le fil se rompt.
check-project-duration-why = Ce qui dure plus de six mois n’est plus un projet.
check-project-sessions-why = Six sont habituelles ; moins ne laissent pas le temps de pratiquer, plus demandent un second thème.
check-project-topics-why = Un projet sert un seul thème ; plusieurs coûtent de la préparation et de l’apprentissage commun.

## What a result rests on; only in the terminal and in private reports

detail-no-pairs = Aucun binôme n’est actif.
detail-difference-department = { -pair } { $pair } : les deux viennent du même service.
detail-difference-age = { -pair } { $pair } : { $found ->
    [one] { $found } an sépare
   *[other] { $found } ans séparent
} les deux ; il en faudrait au moins { $wanted }.
detail-difference-level = { -pair } { $pair } : { $found ->
    [one] { $found } échelon sépare
   *[other] { $found } échelons séparent
} les positions ; il en faudrait au moins { $wanted }.
detail-difference-line = { -pair } { $pair } : la personne mentee est une supérieure de la personne mentor.
detail-unknown-department = { -pair } { $pair } ({ $who }) : le service n’est pas indiqué.
detail-unknown-age = { -pair } { $pair } ({ $who }) : ni l’année de naissance ni la tranche d’âge n’est indiquée.
detail-unknown-age-kind = { -pair } { $pair } : une année de naissance et une tranche d’âge ne se comparent pas ; indiquez la même chose pour les deux.
detail-unknown-level = { -pair } { $pair } ({ $who }) : la position n’est pas indiquée.
detail-unknown-superiors = { -pair } { $pair } ({ $who }) : les supérieurs ne sont pas indiqués ; une liste vide suffit.
detail-not-stated = Manque dans le programme : { $key }
detail-too-few = { $found } au lieu d’au moins { $wanted }
detail-too-many = { $found } au lieu d’au plus { $allowed }
detail-topic-goals = { -topic } { $topic } : { $found ->
    [one] { $found } objectif
   *[other] { $found } objectifs
} au lieu d’au moins { $wanted }
detail-no-goals = Aucun thème n’a d’objectifs.
detail-goal-measure = { -topic } { $topic }, objectif { $goal } : sans signe auquel le reconnaître
detail-goal-served = { -topic } { $topic }, objectif { $goal } : aucun module obligatoire d’une rencontre ne le sert.
detail-no-sessions = Aucune rencontre n’a lieu.
detail-session-goal = { -session } { $session }, thème { $topic } : sans objectif propre
detail-agenda-lacks = Modèle { $template } : aucune partie du type { $kind }
detail-flow-lacks = Manque à sa place : { $kind }
detail-long-break = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} entre les rencontres { $after } et { $before } ; au plus { $allowed ->
    [one] { $allowed } serait souhaité
   *[other] { $allowed } seraient souhaités
}.
detail-no-choice = Sans choix : { $who }
detail-not-work-time = Les rencontres ne comptent pas comme temps de travail : commitment.work_time
detail-ends-late = La dernière rencontre a lieu le { $last } ; le dernier jour possible serait le { $latest }.
detail-no-topic = L’édition n’a pas de thème.
detail-topic-outcome = { -topic } { $topic } : sans résultat
detail-waived = Accepté : { $reason }
detail-waived-pair = Accepté pour { $pair } : { $reason }
detail-exchange = Solution : échanger les mentees, { $swaps }. Toutes les vérifications des binômes passent alors.
detail-report = Réservé à la personne responsable du programme : ce fichier nomme des binômes et ne se publie pas.
