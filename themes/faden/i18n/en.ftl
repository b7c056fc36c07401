### The interface texts of the theme Faden in English: every word of a page that no author wrote.
###
### They lie at the bottom of the texts of all other languages. A site replaces the words of the field (the terms)
### in site.toml under [labels.en]; a theme of its own replaces single texts in its i18n/en.ftl. Terms begin with a
### capital letter; LOWER(…) writes them small inside a sentence. Dates, times and months are not texts: ICU writes
### them. "Mentor" is the young employee and "mentee" the experienced manager, everywhere.

## Words of the field

-mentor = Mentor
-mentors = Mentors
-mentee = Mentee
-mentees = Mentees
-pair = Pair
-pairs = Pairs
-session = Session
-sessions = Sessions
-cohort = Cohort
-cohorts = Cohorts
-topic = Topic
-module = Module
-organiser = Organiser
-sponsor = Sponsor
-self-study = Self-study
-slack = Practice and open questions

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

# A person, a pair or a session that is shown by its number only.
mentor-number = { -mentor } { $number }
mentee-number = { -mentee } { $number }
pair-number = { -pair } { $number }
session-number = { -session } { $number }

## Kinds and states

role-mentor = { -mentor }
role-mentee = { -mentee }
role-both = Both
role-organiser = { -organiser }
role-sponsor = { -sponsor }

kind-check-in = Check-in
kind-goal = Goal
kind-input = Input
kind-modules = Modules
kind-module = { -module }
kind-practice = Practice
kind-reflection = Reflection
kind-feedback = Feedback
kind-review = Review
kind-next-steps = Next steps
kind-admin = Organisation
kind-break = Break

session-kind-kickoff = Kick-off
session-kind-working = Working session
session-kind-midpoint = Mid-point review
session-kind-closing = Closing
session-kind-other = Other session

level-beginner = Beginner
level-intermediate = Intermediate
level-advanced = Advanced

state-planned = Planned
state-running = Running
state-completed = Completed
state-next = Next
state-now = Now
state-over = Over

session-state-cancelled = Cancelled

change-moved = Moved
change-place = New place
change-cancelled = Cancelled
change-restored = Takes place after all
change-content = New content

document-kind-agreement = Agreement
document-kind-session-log = Session log
document-kind-midpoint-form = Mid-point form
document-kind-self-rating = Self-rating
document-kind-evaluation-form = Evaluation
document-kind-other = Document

participation-voluntary = Voluntary
participation-nominated = By nomination
participation-mandatory = Mandatory

when-start = At the start
when-mid = Half-way
when-end = At the end
when-after = Afterwards

result-pass = In order
result-attention = Worth a look
result-missing = Data missing
result-off = Switched off
result-accepted = Accepted

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
list-last = { $list } and { $item }

## Every page

page-skip = Skip to content
page-menu = Menu
page-language = Language
page-breadcrumb = You are here
page-contents = On this page
page-contents-all = The whole handbook
page-previous = Previous
page-next = Next
page-edit = Edit this page
page-external = outside this handbook
page-colors = Colours
page-colors-auto = As the device
page-colors-light = Light
page-colors-dark = Dark
page-draft = Draft
page-changed = Changed since your last visit

## What the browser keeps, and the keyboard

keep-title = Kept in this browser
keep-text = Your role, the colours, ticked modules and which texts you have seen stay in this browser. Nothing is sent.
keep-role = I read as
keep-role-none = no role chosen
keep-export = Save as a file
keep-import = Take over from a file:
keep-imported = Taken over.
keep-foreign = This is no file that a handbook has saved.
keep-wipe = Forget everything
keep-wipe-sure = Forget role, colours, ticks and what you have seen, in this browser?
keep-wiped = Everything is forgotten.
keys-title = Keyboard shortcuts
keys-show = Show shortcuts
keys-on = Single keys as shortcuts
keys-help = This list
keys-role = The page of your role
keys-previous = The page before, in a path or a row of dates
keys-next = The page after it
keys-close = Close

nav-home = Home
nav-topics = Topics
nav-factors = Success factors
nav-cohorts = { -cohorts }
nav-documents = Documents
nav-glossary = Glossary
nav-roles = Your role

## Home page

home-swap-title = The roles are swapped
home-what = What this is
home-swap = Here the { LOWER(-mentor) } is the young employee, who shows the way. The { LOWER(-mentee) } is the experienced manager, who learns.
home-mentor-is = the young employee who passes something on
home-mentee-is = the experienced manager who learns
home-i-am = I am …
home-own-page = To your page, with what you prepare next
home-no-cohorts = Nothing is scheduled yet. The first dates will appear here.

## Programme page

programme-purpose = Purpose
programme-goal = Goal
programme-who = Who is who
programme-flow = The flow
programme-flow-length = { $sessions }, { $duration } each
programme-selection = How people are chosen
programme-criteria-mentors = What { LOWER(-mentors) } bring along
programme-criteria-mentees = What { LOWER(-mentees) } bring along
programme-process = Selection
programme-matching = Matching
programme-participation = Taking part
programme-can-decline = Whoever is asked may decline.
programme-commitment = What is expected
programme-work-time = Takes place during working time.
programme-attendance = Expected attendance: { $percent }
programme-cancel-notice = Who cannot come says so at least { $hours } hours before.
programme-confidentiality = What stays in the room
programme-exit = The way out
programme-sponsor-says = A word from management
programme-measures = How we notice that it works
programme-target = Target
programme-cost = What it costs in hours
hours-sessions = { -sessions }, for each person
hours-self-study = { -self-study }, for each mentee
hours-mentor = { -mentor }, in all
hours-mentee = { -mentee }, in all
hours-organiser = { -organiser }: leads in sessions
hours-sponsor = { -sponsor }: leads in sessions
hours-all = All { $people } people together
hours-counted = Preparation is counted as far as modules state minutes for it, as self-study of the mentees. What is to be prepared beside that stands with each session and is not in these numbers.
programme-links = Links
programme-contact = Contact

## Topic pages: the learning path

topics-intro = Every topic is a path: modules in an order in which one leads to the next, and a decision at the end.
topics-none = No topic is on offer yet.
topics-archived = No longer offered
topic-outcome = What you can decide afterwards
topic-why = Why this topic
topic-entry = What to bring
topic-goals = Learning goals
topic-measure = You notice it by
topic-path = The path
topic-sessions-needed = The required modules fill { $count ->
    [one] { $count } { LOWER(-session) }
   *[other] { $count } { LOWER(-sessions) }
}.
topic-optional = Optional modules
topic-no-modules = This path has no modules yet.
topic-prerequisites = Needs
topic-practice-share = { $percent } practice
topic-level = Level
topic-used-by = Used in
topic-reviewed = Last reviewed on { $date }
topic-archived = This topic is no longer offered.

## Module page

module-objectives = Afterwards the { LOWER(-mentee) } can
module-goals = This serves the goals of the topic:
module-questions = Questions to ask beforehand
module-task = Task
module-keypoints = Key points
module-reflection = To think about
module-prepare = Preparation
module-materials = Materials
module-optional = Optional
module-practice = { $duration } of it practice
module-self-study = { $duration } on one’s own
module-worked-on = Worked on in
module-step = Step { $number } of { $count }
module-done = Done
module-progress = { $done } of { $count } done

## Success factors

factors-intro = Four things decide whether reverse mentoring works. This handbook checks itself against them.
factors-none = No success factors are described yet.
factor-place = Success factor { $number }
factor-guidance = What to do
factor-checks = What is checked
factor-threshold = Threshold
factor-results = Results
factor-difference = Difference
factor-structure = Structure
factor-voluntary = Free choice and commitment
factor-project = A project with an end

## Cohort pages

cohorts-intro = Each of them is one run through the programme, with a beginning, an end and fixed dates.
cohort-span = From – to
cohort-sessions = { -sessions }
cohort-table = As a table
cohort-break = nothing takes place
cohort-break-because = nothing takes place ({ $reason })
cohort-zone = All times as in { $zone }.
cohort-pairs = { -pairs }
cohort-calendar = Calendar
cohort-subscribe = Subscribe to the calendar
cohort-subscribe-delay = { $hours ->
    [one] This calendar asks programs to look for changes every hour.
   *[other] This calendar asks programs to look for changes every { $hours } hours.
} They decide for themselves: Outlook and Google may take up to a day. For what happens tomorrow, look here.
cohort-subscribe-file = as a file
cohort-calendar-organiser = Milestones, for whoever runs the programme
cohort-no-calendar = There is no calendar to subscribe to; the dates above are what counts.
cohort-checks = All checks and thresholds
cohort-changes = Changes
cohort-no-changes = No changes so far.
cohort-no-pairs = The { LOWER(-pairs) } have not been chosen yet.
cohort-milestones = Milestones
cohort-cancelled = Cancelled: none of these { LOWER(-sessions) } takes place.
cohort-column-number = No.
cohort-column-weekday = Day
cohort-column-date = Date
cohort-column-time = Time
cohort-column-place = Place
cohort-column-title = Title
cohort-column-modules = Modules

## Session page

session-of = { -session } { $number } of { $count }
session-agenda = Agenda
session-agenda-for = Agenda for { $topic }
session-several-topics = Several topics run side by side. Choose yours:
agenda-column-time = Time
agenda-column-what = What, and who leads
agenda-column-minutes = Length
session-goals = Goals
session-prepares-mentor = { -mentor } prepares
session-prepares-mentee = { -mentee } prepares
session-prepares-organiser = { -organiser } prepares
session-prepares-sponsor = { -sponsor } prepares
session-nothing-to-prepare = Nothing to prepare.
session-self-study-before = To be worked through by now:
session-questions = Opening questions
session-reflection = To think about
session-modules = Modules
session-documents = Documents
session-place = Place
session-link = Online
session-calendar = Put this date into a calendar
session-self-study = { -self-study } before next time
session-cancelled = This date is cancelled.
session-moved = Moved from { $before } to { $after }.
session-instead-of = instead of
session-changed = Changed on { $date }: { $text }
session-previous = Previous date
session-next = Next date

## Results of a cohort

checks-title = Success factors of { $cohort }
checks-intro = What holds already, where somebody should look, and what is still to be filled in.
checks-none = Nothing has been checked yet.
check-off = Switched off.
check-accepted = Known and accepted by the programme lead.
check-hidden = Results about pairs are not shown for small cohorts. The programme lead sees them with

## Role pages

for-mentor-summary = For { LOWER(-mentors) }: the next { LOWER(-session) } with what to prepare, how to lead it, and what stays confidential.
for-mentee-summary = For { LOWER(-mentees) }: what you can decide afterwards, all dates for the calendar, and what to bring. No tests, no report.
for-organiser-summary = For whoever runs the programme: checklist, all dates of all { LOWER(-cohorts) }, check results and documents.
for-sponsor-summary = For whoever stands behind it in management: purpose, dates, hours, measures, and what is expected of you.
for-next-session = What comes next
for-you = for you
for-my-role = This is my role
for-prepare = What to prepare
for-lead = How you lead
for-lead-text = You lead the blocks that carry your mark; the others are led by the mentee or by both of you. The page of each session shows who leads when.
for-you-lead = you lead { $duration }
for-bring = What to bring
for-dates = Dates and calendar
for-past-sessions = Past dates
for-calendar = To subscribe to the calendar:
for-no-tests = No tests, no report
for-no-tests-text = Nobody examines you, and nobody writes a report about you.
for-decision-sheet = The decision sheet
for-decision-sheet-text = At the end there is one page: yes, no or later, with your reasons. You write it, and you present it at the closing.
for-not-knowing = You may say “I do not know”
for-not-knowing-text = That is what the time is for. Questions that nobody asks in a meeting are welcome here.
for-ask = Whom to ask
for-checklist = Checklist
for-no-milestones = No milestones are set. They stand in the file of the programme.
for-results = How things stand
for-all-sessions = All dates
for-all-sessions-caption = All dates, earliest first
for-copy = Once more
for-copy-text = A new run begins as a copy of an old one. Programme, topic, place and rhythm stay; pairs, moved dates and changes are left out.
for-copy-command = leitfaden new cohort NEW --from OLD
for-copy-after = Then look over the start, the title and the holidays, and write down the new pairs.
for-expected = What is expected of you
for-kickoff-text = You say why the firm does this, and that the time for it is given.
for-closing-text = You listen to the decisions, ask about them and thank everybody.
for-read-on = Read on

## Pictures of the thread

picture-path = The path as a picture
picture-path-caption = Filled knots belong to the path, rings are optional. Lines lead to what builds on a module.
picture-agenda = The agenda, to scale
# What is heard of a knot; it begins with the words that are seen, so that they can be spoken to it (WCAG 2.5.3).
picture-block = { $time }: { $title }, { $lead }, { $duration }
picture-time-line-title = On the calendar
picture-time-line = The sessions on a calendar, to scale
picture-session = { $date } { $title }, { $when }
picture-session-cancelled = { $date } { $title }, { $when }, cancelled
picture-session-moved = { $date } { $title }, { $when }, instead of { $before }
picture-step = { $number }. { $title }, { $duration }
picture-step-optional = { $number }. { $title }, { $duration }, optional

## Pictures that go with links to pages, in words

card-site = A red thread with one knot: { $title }
card-topic = The path as knots on a red thread: { $title }, { $note }
card-cohort = The dates as knots on a red thread: { $title }, { $note }

## Documents, glossary, print, feeds

document-by-hand = Print this page and fill it in by hand. Nothing is sent.
document-summary = { $title }: a page to print and to fill in by hand.
document-others = Other documents
glossary-aliases = Also
glossary-see = See also
glossary-summary = What the words of this handbook mean: { $terms }
glossary-none = No words are explained yet.
print-all = The whole handbook for printing
print-cohort = This cohort with all its sessions for printing
print-topic = This topic with all its modules for printing
print-edition = For paper
print-editions = Other editions
print-how = Print this page or save it as a PDF: A4, a sheet for each session.
print-parts = The whole handbook would be too much for one print. Choose a part:
print-contents = Contents
print-code = QR code that leads to this page
print-session = Printed, this page is one sheet: the agenda on the left, lines for notes on the right.
print-notes = Notes
not-found-title = This page does not exist
not-found-text = It may have been moved, or the address may be mistyped. Everything can be reached from here:
empty-pairs = For authors: a [[pair]] in the file of the cohort names mentor and mentee.
empty-command = For authors: it begins with a file
changes-title = Changes
redirect = This page has moved.

## Summaries of the success factors

factor-difference-pass = The pairs are different enough to speak freely.
factor-difference-attention = Look at the pairs once more before the kick-off.
factor-difference-missing = Some data about the participants are missing; the guidance still applies.

factor-structure-pass = The frame stands; fill it in freely.
factor-structure-attention = The frame has a gap.
factor-structure-missing = Parts of the frame are not described yet.

factor-voluntary-pass = People choose freely and are backed.
factor-voluntary-attention = Free choice or backing is thin.
factor-voluntary-missing = It is not said how people take part or who stands behind it.

factor-project-pass = One topic, one period, one result.
factor-project-attention = The project is growing beyond its edges.
factor-project-missing = Start, end or result is not fixed yet.

## Success-factor checks: title, and what each result says

check-difference-department = Different departments
check-difference-department-pass = All pairs come from different departments, so questions can be asked without side effects on daily work.
check-difference-department-attention = Not all pairs cross departments. Swap partners, or agree how the pair deals with shared work.
check-difference-department-missing = Departments are not recorded for all participants, so this cannot be checked.

check-difference-age = Distance in age
check-difference-age-pass = The mentees are clearly older than their mentors; both sides bring a different view.
check-difference-age-attention = In at least one pair the ages are close. That can work if position or experience differ; otherwise look for another match.
check-difference-age-missing = Year of birth or age band is missing for at least one pair.

check-difference-level = Reversed positions
check-difference-level-pass = The roles are reversed everywhere: the mentee holds the higher position.
check-difference-level-attention = In at least one pair the mentee does not rank above the mentor. That is peer mentoring, not reverse mentoring.
check-difference-level-missing = Positions are not recorded for all participants.

check-difference-line = Outside the reporting line
check-difference-line-pass = No mentor reports to their mentee, directly or one step further up.
check-difference-line-attention = At least one mentor works in the mentee's own line. Honest feedback upwards is hardly possible there: re-match.
check-difference-line-missing = Superiors are not recorded for all mentors. An empty list is enough if none of the participants is one.

check-structure-criteria = Criteria for mentors
check-structure-criteria-pass = It is written down what a good mentor brings along.
check-structure-criteria-attention = There are only a few criteria for choosing mentors. Add skills and attitude, not just age.
check-structure-criteria-missing = No criteria for choosing mentors are stated.

check-structure-process = Selection and matching
check-structure-process-pass = How people are chosen and paired is described.
check-structure-process-attention = Either the choice of people or the pairing is not described.
check-structure-process-missing = Nothing is said about how people are chosen and paired.

check-structure-goals = Learning goals
check-structure-goals-pass = Learning goals are set for every topic, with a way to notice them.
check-structure-goals-attention = A topic has too few learning goals, or a goal has no measure.
check-structure-goals-missing = At least one topic has no learning goals.

check-structure-coverage = Learning goals in the sessions
check-structure-coverage-pass = Every learning goal is worked on in a session.
check-structure-coverage-attention = At least one learning goal is served by no required module.
check-structure-coverage-missing = There are no learning goals to compare with the sessions.

check-structure-session-goals = A goal for every session
check-structure-session-goals-pass = Every session has its own goal.
check-structure-session-goals-attention = At least one session has no goal of its own.
check-structure-session-goals-missing = No sessions are planned yet.

check-structure-agenda = Parts of the agenda
check-structure-agenda-pass = Every agenda has a check-in, a reflection and next steps.
check-structure-agenda-attention = At least one agenda lacks check-in, reflection or next steps.
check-structure-agenda-missing = A session has no agenda.

check-structure-plan = Start, half-time and end
check-structure-plan-pass = The flow has a start, a half-time and an end.
check-structure-plan-attention = The flow lacks a kick-off, a mid-point review or a closing.
check-structure-plan-missing = No flow is defined.

check-structure-rhythm = Steady rhythm
check-structure-rhythm-pass = The sessions follow each other closely enough to keep the thread.
check-structure-rhythm-attention = There is a long break between two sessions. Move one, or plan a short call in between.
check-structure-rhythm-missing = There are no dates yet.

check-structure-rules = Confidentiality and way out
check-structure-rules-pass = It is settled what stays in the room and how a pair can be dissolved.
check-structure-rules-attention = Either confidentiality or the way out is not settled.
check-structure-rules-missing = Neither confidentiality nor the way out is settled.

check-voluntary-mode = How people take part
check-voluntary-mode-pass = It is clear how people come to take part.
check-voluntary-mode-attention = It is stated for one side only how people come to take part.
check-voluntary-mode-missing = It is not stated whether participation is voluntary, nominated or mandatory.

check-voluntary-choice = Free choice
check-voluntary-choice-pass = Nobody takes part against their will.
check-voluntary-choice-attention = At least one side has no choice. Acceptance suffers; allow people to decline or to leave after the second session.
check-voluntary-choice-missing = Without a statement on participation this cannot be checked.

check-voluntary-reason = Reason for being asked
check-voluntary-reason-pass = Those who are asked know why.
check-voluntary-reason-attention = People are asked or obliged without a stated reason.
check-voluntary-reason-missing = Without a statement on participation this cannot be checked.

check-voluntary-commitment = Backing from management
check-voluntary-commitment-pass = Management stands behind it and gives the time.
check-voluntary-commitment-attention = The backing is half-hearted: a word from management or the working time is missing.
check-voluntary-commitment-missing = Nothing is said about backing from management.

check-voluntary-attendance = Expected attendance
check-voluntary-attendance-pass = It is agreed how many sessions are expected.
check-voluntary-attendance-attention = Little attendance is expected; the pairs will lose the thread.
check-voluntary-attendance-missing = No expectation about attendance is stated.

check-project-dates = Start and end dates
check-project-dates-pass = Start and end are fixed.
check-project-dates-attention = The end is open.
check-project-dates-missing = There is no start date.

check-project-duration = Length
check-project-duration-pass = The cohort is short enough to stay a project.
check-project-duration-attention = The cohort is long for a single topic. Shorten it, or split it into two cohorts.
check-project-duration-missing = There are no dates yet.

check-project-sessions = Number of sessions
check-project-sessions-pass = The number of sessions fits a single topic.
check-project-sessions-attention = The number of sessions is unusual: too few to practise, or too many for one topic.
check-project-sessions-missing = No sessions are planned yet.

check-project-topics = A single topic
check-project-topics-pass = The cohort keeps to its topic.
check-project-topics-attention = Several topics run side by side. That costs preparation and shared learning.
check-project-topics-missing = No topic is chosen yet.

check-project-outcome = Result and measure
check-project-outcome-pass = It is clear what should be on the table at the end.
check-project-outcome-attention = It is only partly clear what the result is and how it is noticed.
check-project-outcome-missing = Neither a result nor a measure is stated.

## Words that the program itself asks for

home-organiser-is = whoever runs the programme: finds the people and holds the frame
home-sponsor-is = whoever backs it in management: gives the time
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
task-open = To do
task-done = Done
threshold-min-age-gap = { $count ->
    [one] at least { $count } year between the two
   *[other] at least { $count } years between the two
}
threshold-min-level-gap = { $count ->
    [one] at least { $count } step between the positions
   *[other] at least { $count } steps between the positions
}
threshold-min-mentor-criteria = { $count ->
    [one] at least { $count } criterion
   *[other] at least { $count } criteria
}
threshold-min-topic-goals = { $count ->
    [one] at least { $count } goal a topic
   *[other] at least { $count } goals a topic
}
threshold-max-gap-days = { $count ->
    [one] at most { $count } day between two dates
   *[other] at most { $count } days between two dates
}
threshold-midpoint-from = { $count ->
    [one] a review from { $count } date on
   *[other] a review from { $count } dates on
}
threshold-max-months = { $count ->
    [one] at most { $count } month
   *[other] at most { $count } months
}
threshold-min-sessions = { $count ->
    [one] at least { $count } date
   *[other] at least { $count } dates
}
threshold-max-sessions = { $count ->
    [one] at most { $count } date
   *[other] at most { $count } dates
}
threshold-max-topics = { $count ->
    [one] at most { $count } topic
   *[other] at most { $count } topics
}
threshold-min-attendance-percent = at least { $count } %
threshold-required-kinds = blocks: { $kinds }
check-difference-age-why = Ten years still separate two school generations and leave room in small firms.
check-difference-level-why = Only if the mentee ranks higher are the roles really reversed.
check-difference-line-why = Right below somebody who reports to the mentee it is still hard to speak freely.
check-structure-criteria-why = Fewer than three criteria usually say no more than “young”.
check-structure-goals-why = One goal alone invites a single talk, not a path.
check-structure-plan-why = With four dates the review would be the closing.
check-structure-rhythm-why = Three to four weeks are usual; this allows a monthly rhythm.
check-voluntary-attendance-why = Missing one date in four can be borne, more breaks the thread.
check-project-duration-why = What lasts longer than half a year stops being a project.
check-project-sessions-why = Six are typical; fewer leave no time to practise, more need a second topic.
check-project-topics-why = A project serves one topic; several cost preparation and shared learning.

## What a result rests on; only in the terminal and in private reports

detail-no-pairs = No pair is active.
detail-difference-department = { -pair } { $pair }: both come from the same department.
detail-difference-age = { -pair } { $pair }: { $found ->
    [one] { $found } year lies
   *[other] { $found } years lie
} between the two; at least { $wanted ->
    [one] { $wanted } is
   *[other] { $wanted } are
} wanted.
detail-difference-level = { -pair } { $pair }: { $found ->
    [one] { $found } step lies
   *[other] { $found } steps lie
} between the positions; at least { $wanted ->
    [one] { $wanted } is
   *[other] { $wanted } are
} wanted.
detail-difference-line = { -pair } { $pair }: the mentee is a superior of the mentor.
detail-unknown-department = { -pair } { $pair } ({ $who }): no department is recorded.
detail-unknown-age = { -pair } { $pair } ({ $who }): neither year of birth nor age band is recorded.
detail-unknown-age-kind = { -pair } { $pair }: a year of birth and an age band cannot be compared; give the same for both.
detail-unknown-level = { -pair } { $pair } ({ $who }): no position is recorded.
detail-unknown-superiors = { -pair } { $pair } ({ $who }): superiors are not recorded; an empty list is enough.
detail-not-stated = Missing in the programme: { $key }
detail-too-few = { $found } instead of at least { $wanted }
detail-too-many = { $found } instead of at most { $allowed }
detail-topic-goals = { -topic } { $topic }: { $found ->
    [one] { $found } goal
   *[other] { $found } goals
} instead of at least { $wanted }
detail-no-goals = No topic has goals.
detail-goal-measure = { -topic } { $topic }, goal { $goal }: no measure
detail-goal-served = { -topic } { $topic }, goal { $goal }: no required module in a session serves it.
detail-no-sessions = No session takes place.
detail-session-goal = { -session } { $session }, topic { $topic }: no goal of its own
detail-agenda-lacks = Template { $template }: no block of the kind { $kind }
detail-flow-lacks = Missing in its place: { $kind }
detail-long-break = { $days ->
    [one] { $days } day
   *[other] { $days } days
} between session { $after } and session { $before }; at most { $allowed ->
    [one] { $allowed } is
   *[other] { $allowed } are
} wanted.
detail-no-choice = Without a choice: { $who }
detail-not-work-time = The sessions are said not to be working time: commitment.work_time
detail-ends-late = The last session is on { $last }; { $latest } would be the latest day.
detail-no-topic = The cohort has no topic.
detail-topic-outcome = { -topic } { $topic }: no outcome
detail-waived = Accepted: { $reason }
detail-waived-pair = Accepted for { $pair }: { $reason }
detail-exchange = Way out: exchange mentees, { $swaps }. Then all checks of pairs pass.
detail-report = Only for whoever runs the programme: this file names pairs and is not to be published.
