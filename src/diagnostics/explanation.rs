use super::Code;

/// What `leitfaden explain` says about a code, in the words of someone who organises a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// What it means and why it matters: one to three sentences.
    pub meaning: &'static str,
    /// A few lines, or the name of a file, that bring it about.
    pub example: &'static str,
    /// What to do: one or two sentences.
    pub way_out: &'static str,
}

/// The explanation of a code; the rules behind them are those of model.md.
///
/// Sorted like [`Code`]. The match is complete on purpose: a new code does not compile without its explanation.
#[must_use]
pub fn explanation(code: Code) -> Explanation {
    match code {
        Code::NotUtf8 => Explanation {
            meaning: "The file is not saved in UTF-8, the one encoding the handbook reads, but in an older one such \
                      as Windows-1252. Letters like ä, é or ß would come out wrong. The message names the first byte \
                      that cannot be read.",
            example: r#"Gr��e aus der Montage        (a text saved as "ANSI")"#,
            way_out: "Open the file in your editor and save it as UTF-8; most editors offer this under \"Save as\" or \
                      in the status line. UTF-8 with a byte-order mark is fine too.",
        },
        Code::FrontMatterFence => Explanation {
            meaning: "The details at the top of a Markdown file, its front matter, stand between two lines \"+++\", \
                      the first of them on line 1. Here one of the two lines is missing, or the details are written \
                      in another form, such as YAML between \"---\".",
            example: "---
title: A trial of four weeks
---",
            way_out: "Put \"+++\" alone on the first line and again below the last detail, and write the details as \
                      TOML: title = \"A trial of four weeks\". Free pages and the texts of programmes, cohorts and \
                      sessions may leave them out altogether.",
        },
        Code::TomlSyntax => Explanation {
            meaning: "A line cannot be read as TOML, the notation of the data files and of front matter. Mostly a \
                      quotation mark, a comma or a bracket is missing, or the same key stands there twice. What is \
                      opened and not closed is marked where it opens.",
            example: "title = Social media",
            way_out: "Put texts between double quotes, write dates and numbers without them, and separate the entries \
                      of a list by commas inside [ ].",
        },
        Code::UnknownKey => Explanation {
            meaning: "The word before the \"=\" is none that this kind of file knows. It is an error and not simply \
                      left aside, because a misspelt key would otherwise be lost without a word.",
            example: r#"titel = "Social media""#,
            way_out: "Correct the spelling or delete the line. Details of your own can stand under [extra] in \
                      modules, roles and texts.",
        },
        Code::WrongType => Explanation {
            meaning: "The value is of another kind than the key expects: a text where a number belongs, a single text \
                      instead of a list, an address that is none.",
            example: r#"minutes = "25""#,
            way_out: "Write the value as the message says: numbers, dates, true and false without quotes, texts with \
                      them, lists inside [ ].",
        },
        Code::MissingKey => Explanation {
            meaning: "Something is not given that this entry cannot do without.",
            example: r#"# content/cohorts/2027-spring.toml
title = "Spring 2027"
programme = "role-swap"
start = 2027-02-16
time = "16:00"                    # rhythm is missing"#,
            way_out: "Add the key. If the entry itself is not wanted, delete all of it.",
        },
        Code::BadId => Explanation {
            meaning: "Files and folders give things their id, and ids become the addresses of pages. They may \
                      therefore hold only lower-case letters a to z, digits and single hyphens, at most 64 \
                      characters. The same holds for ids written inside a file.",
            example: "content/topics/Social Media/index.md",
            way_out: "Rename the file or folder and correct the places that refer to it: \"Social Media\" becomes \
                      \"social-media\".",
        },
        Code::DuplicateId => Explanation {
            meaning: "Two entries of the same kind have the same id, so nobody could tell which one a reference \
                      means. For success factors the number counts as well, and that of a built-in one is \
                      taken.",
            example: r#"[[pair]]
id = "p1"
mentor = "lea"
mentee = "urs"

[[pair]]
id = "p1"
mentor = "dario"
mentee = "brigitte""#,
            way_out: "Give one of them another id and correct what refers to it.",
        },
        Code::UnknownReference => Explanation {
            meaning: "The value should be the id of something else in the handbook, but there is nothing with this \
                      id. The id is the name of the file without its ending, or of the folder for a topic; it is not \
                      the title.",
            example: r#"topic = "Social media"            # the folder is called social-media"#,
            way_out: "Correct the id, or create what is missing, for example with \"leitfaden new topic \
                      social-media\".",
        },
        Code::OutOfRange => Explanation {
            meaning: "A number is smaller or larger than allowed, or a text or list is too short or too long. The \
                      limits keep titles on one line and agendas within a day.",
            example: "session_minutes = 600             # 15 to 480",
            way_out: "Choose a value between the two limits in the message.",
        },
        Code::NotAnOption => Explanation {
            meaning: "This key takes one of a few fixed words, and the value is none of them. The words are English \
                      and in lower case in every handbook; what readers see is translated.",
            example: r#"level = "easy""#,
            way_out: "Write one of the words that the message lists.",
        },
        Code::Empty => Explanation {
            meaning: "A text, or a list that needs at least one entry, is there but has nothing in it.",
            example: "objectives = []",
            way_out: "Fill it in. If the key is not required, you can also delete the line.",
        },
        Code::StructureInTranslation => Explanation {
            meaning: "A translated file may hold texts only. Minutes, order, prerequisites, ids and the like are the \
                      same in every language and stand in the original alone, so that they cannot drift apart.",
            example: r#"# content/topics/social-media/trial.en.md
+++
title = "A trial of four weeks"
minutes = 35
+++"#,
            way_out: "Delete the line from the translation; if the value is right and the original differs, change \
                      the original.",
        },
        Code::OrphanTranslation => Explanation {
            meaning: "The name of the file says that it translates another one, but that one does not exist. Usually \
                      one of the two names is misspelt, or the original was renamed or deleted.",
            example: "content/topics/social-media/trail.en.md      (the original is trial.md)",
            way_out: "Rename the translation after its original, or delete it.",
        },
        Code::IncludeNotFound => Explanation {
            meaning: "A text takes in a snippet that does not exist. Snippets are files in content/snippets/; the \
                      path is written from content/ on.",
            example: r#"{{ include(path="snippets/netiqette.md") }}"#,
            way_out: "Correct the path, or create the snippet.",
        },
        Code::IncludeCircle => Explanation {
            meaning: "A snippet takes in itself, directly or by way of others, so the text would never end.",
            example: r#"In content/snippets/rules.md:       {{ include(path="snippets/netiquette.md") }}
In content/snippets/netiquette.md:  {{ include(path="snippets/rules.md") }}"#,
            way_out: "Take one of the includes out, or move what both need into a third snippet.",
        },
        Code::UnknownComponent => Explanation {
            meaning: "Double braces in a text call an include or a component of the theme, and there is none with \
                      this name; or an include stands within a line.",
            example: "{{ <rol_swap /> }}",
            way_out: "Correct the name, or put the include on a line of its own. Braces that should appear as they are belong between backticks, like code.",
        },
        Code::ComponentArgument => Explanation {
            meaning: "A component of the theme is called with an argument that it does not have, without one that it \
                      needs, or with a value of the wrong kind.",
            example: r#"{{ <role_swap size="big" /> }}    # role_swap has no "size"
{{ include() }}                   # include needs path="…""#,
            way_out: "Correct the call; the theme's own notes say which arguments a component takes.",
        },
        Code::TemplateSyntax => Explanation {
            meaning: "A template of the theme cannot be read, for example because a block is not closed. No page of \
                      its kind can be made.",
            example: "{% if session.place %}<p>{{ session.place }}</p>",
            way_out: "Correct the template at the place shown, or ask whoever looks after the theme.",
        },
        Code::TemplateUnknownName => Explanation {
            meaning: "A template of the theme asks for something that its page does not know. Every kind of page has \
                      a fixed set of names; a misspelt one would silently print nothing.",
            example: "<h1>{{ sesion.title }}</h1>",
            way_out: "Correct the name; themes/README.md lists the names of each kind of page.",
        },
        Code::TemplateNotFound => Explanation {
            meaning: "A template builds on, or takes in, another template that neither the theme nor the theme it \
                      extends has.",
            example: r#"{% extends "fadn/session.html" %}"#,
            way_out: "Correct the name, or add the missing file to the templates/ folder of the theme.",
        },
        Code::UnknownTheme => Explanation {
            meaning: "The site, or a theme that extends another, names a theme that does not exist. A theme is a \
                      folder in themes/ with a theme.toml; only \"faden\" is built in.",
            example: r#"[theme]
name = "fadden""#,
            way_out: "Correct the name, put the theme's folder into themes/, or delete the line to use \"faden\".",
        },
        Code::ThemeCircle => Explanation {
            meaning: "A theme extends itself, or another that extends it in turn, so none of them is the one at the \
                      bottom.",
            example: r#"# themes/nordhang/theme.toml
name = "nordhang"
extends = "nordhang""#,
            way_out: "Let it extend \"faden\", or another theme that does not build on it.",
        },
        Code::ThemeVersion => Explanation {
            meaning: "The theme was made for another version of the program: the range from min_api to max_api in its \
                      theme.toml does not include the version that this program offers. Its pages could come out \
                      incomplete.",
            example: "# themes/nordhang/theme.toml
min_api = 2
max_api = 3",
            way_out: "Use a version of the theme that fits, or the version of leitfaden that the theme was made for.",
        },
        Code::MissingText => Explanation {
            meaning: "The theme has no wording in one of the languages for a button, heading or label of the pages. \
                      Readers would see a gap there.",
            example: "# themes/nordhang/i18n/en.ftl has this text, de.ftl has not:
our-greeting = Welcome",
            way_out: "Add the text to the file of that language in the theme's i18n/ folder.",
        },
        Code::TextSyntax => Explanation {
            meaning: "A file with interface texts (i18n/*.ftl) cannot be read, for example because a brace is not \
                      closed or a line has no \"=\".",
            example: "next-session = Next session: { $date",
            way_out: "Correct the line; the texts are written in Fluent, one \"name = text\" a line, variables as { \
                      $name }.",
        },
        Code::DuplicateOutput => Explanation {
            meaning: "Two things would be written to the same address of the site, and one would overwrite the other. \
                      Often an old address in aliases or redirects is in use again.",
            example: r#"# content/pages/welcome.md
+++
title = "Welcome"
aliases = ["/topics/social-media/"]      # the address of a topic
+++"#,
            way_out: "Rename one of the two, or take the alias or redirect out.",
        },
        Code::UnknownDiagnostic => Explanation {
            meaning: "[diagnostics] in site.toml names a kind of message that does not exist.",
            example: r#"[diagnostics]
unused-terms = "allow"            # it is called unused-term"#,
            way_out: "Write the name as it stands in square brackets at the beginning of the message.",
        },
        Code::WrongLevel => Explanation {
            meaning: "[diagnostics] in site.toml tries to allow an error. Warnings and notes can be silenced; an \
                      error means that pages would be wrong or missing, so it can only be mended.",
            example: r#"[diagnostics]
broken-link = "allow""#,
            way_out: "Delete the line and mend what the error is about.",
        },
        Code::UnknownLanguage => Explanation {
            meaning: "A file name or a table of texts is marked with a language that the site does not have, so \
                      nobody would ever see the text.",
            example: r#"# languages = ["de-CH", "en"]
title = { de = "Herbst 2026", eng = "Autumn 2026" }"#,
            way_out: "Use the tags that stand in site.languages, or add the new language there.",
        },
        Code::NotOurFolder => Explanation {
            meaning: "The output folder holds files that leitfaden did not write. A build replaces its folder as a \
                      whole, so it refuses to touch one that may hold something of yours.",
            example: "leitfaden build --out ~/Documents",
            way_out: "Choose a folder that is empty or new, with --out or publish.out; or move the foreign files away \
                      first.",
        },
        Code::BadBaseUrl => Explanation {
            meaning: "site.base_url is the public address of the handbook. It must be complete, beginning with \
                      http:// or https://.",
            example: r#"[site]
base_url = "handbook.firm.example""#,
            way_out: "Write the whole address, such as \"https://handbook.firm.example/\". If there is none yet, \
                      delete the line: links then work from anywhere.",
        },
        Code::DefaultLanguage => Explanation {
            meaning: "The main language of the site is not among its languages. The two must name it in the same way: \
                      \"de\" is not \"de-CH\".",
            example: r#"[site]
default_language = "de"
languages = ["de-CH", "en"]"#,
            way_out: "Add the main language to site.languages, or choose one that is there.",
        },
        Code::NoTimeZone => Explanation {
            meaning: "A cohort has sessions at clock times, but neither it nor the site says in which time zone. \
                      Without one, calendars could show the wrong hour.",
            example: r#"[site]
title = "Role swap"               # no time_zone here, and none in the cohort"#,
            way_out: "Set time_zone in [site] for the whole handbook, or in the cohort, for example \
                      \"Europe/Zurich\".",
        },
        Code::UnknownTimeZone => Explanation {
            meaning: "The time zone has no such name. Names come from the international (IANA) list, a continent and \
                      a large city in English; abbreviations such as \"CET+1\" or names of towns alone do not work.",
            example: r#"time_zone = "Zürich""#,
            way_out: "Write the name from the list, for example \"Europe/Zurich\", \"Europe/Berlin\" or \
                      \"Europe/London\".",
        },
        Code::NoUidDomain => Explanation {
            meaning: "Every calendar entry carries a lasting mark, by which calendars recognise it when a date \
                      changes. The mark ends with a domain, and neither calendar.uid_domain nor site.base_url names \
                      one.",
            example: "[calendar]
enabled = true                    # and no base_url in [site]",
            way_out: "Set calendar.uid_domain to your firm's domain and leave it so for good, set site.base_url, or \
                      switch calendars off with enabled = false.",
        },
        Code::InvertedPeriod => Explanation {
            meaning: "A period begins after it ends, in a holiday or in the days that a cohort skips. Mostly the two \
                      dates are swapped or the year is wrong.",
            example: r#"skip = [ { from = 2026-10-18, to = 2026-09-26, reason = "Autumn holidays" } ]"#,
            way_out: "Swap or correct the dates. Both days belong to the period.",
        },
        Code::ProgrammeWithoutTopic => Explanation {
            meaning: "A programme must offer at least one topic that its pairs can work on.",
            example: "topics = []",
            way_out: "List the ids of one or more topics, for example topics = [\"social-media\"].",
        },
        Code::ListedTwice => Explanation {
            meaning: "The same entry stands twice in a list in which each may stand only once: the modules of a \
                      topic, the departments or levels of a programme, or the modules pinned to sessions of a cohort.",
            example: r#"modules = ["map", "trial", "map"]"#,
            way_out: "Delete one of the two. If a module is to be worked on twice, make a second module.",
        },
        Code::MilestoneAnchor => Explanation {
            meaning: "A milestone is dated by counting from a fixed point of the cohort, and its anchor is none of \
                      these: \"start\", \"mid\", \"end\", or a certain session.",
            example: r#"[[milestone]]
id = "call"
title = "Call for volunteers"
role = "organiser"
anchor = "session 3""#,
            way_out: "Write \"start\", \"mid\", \"end\" or, for the third session, \"session:3\"; offset_days then \
                      moves the milestone before or after it.",
        },
        Code::BrokenLink => Explanation {
            meaning: "A link, an image or a reference in a text leads to a page or file that does not exist. Links \
                      inside the handbook begin with @/ and name the source file, or are relative to the file they \
                      stand in.",
            example: "[Trial](@/topics/social-media/tral.md)",
            way_out: "Correct the path, or delete the link. If a page was renamed, point to its new file.",
        },
        Code::BrokenAnchor => Explanation {
            meaning: "The page that a link leads to exists, but it has no heading with the name behind the \"#\". \
                      Names of headings are lower case, with hyphens for spaces and without punctuation.",
            example: r#"[Rules](@/faq.md#The-rules)       (the heading is "The rules")"#,
            way_out: "Write the name of a heading of that page, such as #the-rules, or give the heading a name of its \
                      own with {#name}.",
        },
        Code::UnknownParameter => Explanation {
            meaning: "A success factor is given a threshold that it does not know, so the value would have no effect.",
            example: "# content/factors/difference.md
[params]
min_gap = 5                       # it is called min_age_gap",
            way_out: "Use one of the names that the message lists.",
        },
        Code::UnknownModule => Explanation {
            meaning: "The path of a topic lists a module for which there is no file in the folder of the topic.",
            example: r#"# content/topics/social-media/index.md
modules = ["map", "trail"]        # the file is trial.md"#,
            way_out: "Correct the name, create the module (\"leitfaden new module trail --in social-media\"), or take \
                      it out of the list.",
        },
        Code::PracticeExceedsMinutes => Explanation {
            meaning: "practice_minutes says how much of a module's time is spent doing something, so it cannot be \
                      more than the whole.",
            example: "minutes = 25
practice_minutes = 30",
            way_out: "Lower practice_minutes or raise minutes.",
        },
        Code::UnknownPrerequisite => Explanation {
            meaning: "A module builds on another that its topic does not have. Prerequisites are always modules of \
                      the same topic.",
            example: r#"# content/topics/social-media/trial.md
prerequisites = ["chanel-choice"]"#,
            way_out: "Correct the id, or take it out of prerequisites. What people should bring from elsewhere can be \
                      said under entry in the topic.",
        },
        Code::PrerequisiteCycle => Explanation {
            meaning: "Modules require one another in a circle, so none of them could ever come first.",
            example: r#"In trial.md:    prerequisites = ["content"]
In content.md:  prerequisites = ["trial"]"#,
            way_out: "Decide which module comes first and delete its prerequisite on the others.",
        },
        Code::PrerequisiteOrder => Explanation {
            meaning: "In the path of the topic a module stands before another that it builds on. Sessions follow the \
                      path, so people would meet it too early.",
            example: r#"# content/topics/social-media/index.md
modules = ["trial", "content"]    # and trial.md has prerequisites = ["content"]"#,
            way_out: "Move the prerequisite forward in modules, or take it out of prerequisites.",
        },
        Code::UnknownGoal => Explanation {
            meaning: "A module says that it serves a learning goal which its topic does not define.",
            example: r#"# content/topics/social-media/trial.md
goals = ["decided"]               # the topic has [[goals]] with id = "decide""#,
            way_out: "Write the id of one of the topic's [[goals]], or add the goal there.",
        },
        Code::MissingFile => Explanation {
            meaning: "A module offers a file to its readers that does not lie in the folder static/.",
            example: r#"[[materials]]
title = "Plan for the trial"
file = "trial-plan.pdf""#,
            way_out: "Put the file into static/, or correct its name; capital letters count.",
        },
        Code::RequiresOptional => Explanation {
            meaning: "A module that everybody works through builds on one that is optional. Whoever leaves that one \
                      out would be missing its foundation.",
            example: r#"In trial.md:    prerequisites = ["figures"]
In figures.md:  optional = true"#,
            way_out: "Make the prerequisite required, make the other module optional too, or take out the \
                      prerequisite.",
        },
        Code::SeveralRestBlocks => Explanation {
            meaning: "In a session template one block may take the time that is left, minutes = \"rest\". With two of \
                      them nobody could say how long each is.",
            example: r#"[[block]]
title = "Work on the topic"
minutes = "rest"
lead = "mentor"
kind = "modules"

[[block]]
title = "Exchange"
minutes = "rest"
lead = "both"
kind = "feedback""#,
            way_out: "Give all of these blocks but one a number of minutes.",
        },
        Code::SeveralModuleBlocks => Explanation {
            meaning: "In a session template one block holds the modules of the topic. Two such blocks are not \
                      possible: a module is never split.",
            example: r#"[[block]]
title = "First half"
minutes = 20
lead = "mentor"
kind = "modules"
modules = true

[[block]]
title = "Second half"
minutes = 20
lead = "mentor"
kind = "modules"
modules = true"#,
            way_out: "Leave modules = true at one block only, and give that block the minutes of both.",
        },
        Code::SessionTooShort => Explanation {
            meaning: "The blocks of a session's template need more time than the session lasts, even if a block that \
                      takes the rest gets none.",
            example: r#"# the blocks of the template "working" need 70 minutes
session_minutes = 60"#,
            way_out: "Lengthen the session, shorten blocks of the template, or use another template for it.",
        },
        Code::AgendaDoesNotAddUp => Explanation {
            meaning: "The blocks of the template have fixed minutes, and their sum is not the length of the session. \
                      The agenda would end too early or too late.",
            example: r#"# the blocks of the template "working" add up to 50 minutes
session_minutes = 60"#,
            way_out: "Give one block minutes = \"rest\", so that it takes what is left; or change the minutes until \
                      they add up.",
        },
        Code::UnknownCheck => Explanation {
            meaning: "A success-factor check is switched off or waived that does not exist. Checks are named after \
                      their factor, a point, and what they look at.",
            example: r#"[[waive]]
check = "difference.ages"         # it is called difference.age
reason = "Both are new in the firm.""#,
            way_out: "Write the name as it stands in the table of \"leitfaden check\".",
        },
        Code::NoTopic => Explanation {
            meaning: "The cohort has no topic, and at least one of its pairs has none of its own, so it is open what \
                      that pair works on.",
            example: r#"# content/cohorts/2027-spring.toml has no topic
[[pair]]
id = "p1"
mentor = "mia"
mentee = "reto""#,
            way_out: "Set topic at the top of the cohort for all, or in each [[pair]].",
        },
        Code::TopicNotOffered => Explanation {
            meaning: "The cohort or one of its pairs works on a topic that its programme does not offer.",
            example: r#"# content/programmes/role-swap.toml
topics = ["social-media"]

# content/cohorts/2027-spring.toml
programme = "role-swap"
topic = "online-marketing""#,
            way_out: "Add the topic to topics in the programme, or choose one that is there.",
        },
        Code::StartSkipped => Explanation {
            meaning: "The cohort is to start on a day that is a holiday of the site or lies in the days the cohort \
                      skips.",
            example: "start = 2026-12-25                # a [[holiday]] in site.toml",
            way_out: "Choose another start, or take the day out of skip or out of the holidays.",
        },
        Code::BadRhythm => Explanation {
            meaning: "The rhythm says how far apart the sessions are, in one of three forms. Other wordings are not \
                      understood.",
            example: r#"rhythm = "fortnightly""#,
            way_out: "Write \"weekly\", \"every 2 weeks\" (2 to 12) or \"monthly\"; monthly keeps the weekday, such \
                      as the first Thursday.",
        },
        Code::PastEnd => Explanation {
            meaning: "With this start, rhythm and number of sessions the last session would take place after the day \
                      on which the cohort is to end. Skipped days may have moved it.",
            example: r#"start = 2026-09-03
rhythm = "every 2 weeks"          # six sessions: the last one on 2026-11-12
end = 2026-10-31"#,
            way_out: "Start earlier, meet more often, shorten the plan, or move end. With on_skip = \"shift\" skipped \
                      days do not move the later sessions.",
        },
        Code::SessionNumber => Explanation {
            meaning: "A [[session]] or [[change]] speaks of a session that the cohort does not have. Sessions are \
                      numbered from 1 in the order of the plan.",
            example: r#"plan = ["kickoff", "working", "closing"]

[[session]]
number = 4
date = 2026-10-22"#,
            way_out: "Correct the number, or add a session to plan.",
        },
        Code::SessionTwice => Explanation {
            meaning: "Two [[session]] tables of the cohort have the same number, so it is unclear which one counts.",
            example: r#"[[session]]
number = 3
date = 2026-10-22

[[session]]
number = 3
place = "Room Oak""#,
            way_out: "Put everything about this session into one table, or correct one of the numbers.",
        },
        Code::ChangeWithoutCancel => Explanation {
            meaning: "The log of changes announces that a session is cancelled, but the session itself is not marked \
                      so. Readers would see it in both ways.",
            example: r#"[[change]]
session = 3
announced = 2026-09-20
kind = "cancelled"
text = "Cancelled because of the fair""#,
            way_out: "Write cancelled = true into the [[session]] with this number; if it was restored or only moved, \
                      correct the kind of the change.",
        },
        Code::PersonalDataInContent => Explanation {
            meaning: "Names, age, department, position, superiors and consent are personal data. They may only stand \
                      in private/people/, which is never published and does not belong into a shared repository.",
            example: r#"# content/cohorts/2026-autumn.toml
[[pair]]
id = "p1"
mentor = "lea"
mentee = "urs"
birth_year = 1999"#,
            way_out: "Move the line to the person in private/people/ and leave only the person's id in the pair. If \
                      the file was shared already, remove it from the history too.",
        },
        Code::UnknownPerson => Explanation {
            meaning: "A pair names a person who is not in the people file of its cohort.",
            example: r#"[[pair]]
id = "p1"
mentor = "leah"                   # the people file has [lea]
mentee = "urs""#,
            way_out: "Correct the id in the pair, or add the person to private/people/.",
        },
        Code::SelfPair => Explanation {
            meaning: "Mentor and mentee of a pair are the same person.",
            example: r#"[[pair]]
id = "p1"
mentor = "lea"
mentee = "lea""#,
            way_out: "Correct one of the two. In reverse mentoring the mentor is the young employee and the mentee \
                      the experienced manager.",
        },
        Code::AgeTwice => Explanation {
            meaning: "A person has both a year of birth and an age band. One is enough, and two could contradict each \
                      other.",
            example: r#"[lea]
name = "Lea"
birth_year = 1999
age_band = "20-29""#,
            way_out: "Keep one of them; the age band says less about the person and is enough for the check.",
        },
        Code::BadAgeBand => Explanation {
            meaning: "An age band is written as two ages with a hyphen between them, the lower first.",
            example: r#"age_band = "twenties""#,
            way_out: "Write it like \"20-29\".",
        },
        Code::NotInProgramme => Explanation {
            meaning: "The department or level of a person is not in the list of the programme. The checks compare \
                      people by these lists, so the words must be the same.",
            example: r#"# content/programmes/role-swap.toml
departments = ["sales", "it"]

# private/people/2026-autumn.toml
[lea]
name = "Lea"
department = "computing""#,
            way_out: "Use an entry of the programme's departments or levels, or add the missing one there. Levels \
                      stand from the lowest to the highest.",
        },
        Code::NoFreeWeek => Explanation {
            meaning: "With on_skip = \"shift\" a session that falls on a skipped day moves on by weeks, but it must \
                      stay before the next one. Here all weeks in between are skipped too.",
            example: r#"start = 2026-09-03
rhythm = "every 2 weeks"
on_skip = "shift"
skip = [ { from = 2026-09-14, to = 2026-09-25, reason = "Trade fair" } ]"#,
            way_out: "Shorten the skipped period, choose a longer rhythm, or use on_skip = \"push\", which moves this \
                      and all later sessions.",
        },
        Code::NoFreeDate => Explanation {
            meaning: "For one session more than 60 dates in a row are skipped, so the search was given up. Mostly a \
                      skipped period ends in the wrong year.",
            example: r#"start = 2026-09-03
rhythm = "weekly"
skip = [ { from = 2026-09-26, to = 2062-10-18 } ]"#,
            way_out: "Correct the periods in skip, or the holidays in site.toml.",
        },
        Code::DatesNotRising => Explanation {
            meaning: "A session is on the same day as the one before it, or earlier. The sessions of a cohort take \
                      place in the order of their numbers; a date of its own has probably moved one past its \
                      neighbour.",
            example: "[[session]]
number = 3
date = 2026-09-10                 # session 2 is on 2026-09-17",
            way_out: "Choose a date between the neighbouring sessions, or move those as well.",
        },
        Code::PinBeforePath => Explanation {
            meaning: "A module is fixed to a session that comes before the session in which an earlier module of the \
                      path, or one it builds on, is placed. The order of the path is never changed.",
            example: r#"modules = ["map", "rules", "trial"]       # in the topic

[[session]]                               # in the cohort
number = 2
modules = ["rules"]

[[session]]
number = 3
modules = ["map"]"#,
            way_out: "Pin the module to a later session, pin the earlier module to an earlier one, or change the \
                      order in the topic.",
        },
        Code::PinNoRoom => Explanation {
            meaning: "A module is fixed to a session in which not enough time is left for it beside the modules that \
                      are already there.",
            example: r#"[[session]]
number = 5                        # 20 minutes for modules
modules = ["trial"]               # needs 35"#,
            way_out: "Lengthen the session, shorten the module, or pin it to another session.",
        },
        Code::PathDoesNotFit => Explanation {
            meaning: "The required modules of the topic need more time than the sessions of the cohort have for \
                      modules. Modules keep the order of the path and are never split, so some minutes at the end of \
                      a session may stay unused.",
            example: r#"# the required modules of "social-media" need 155 minutes
topic = "social-media"
plan = ["kickoff", "working", "midpoint", "working", "closing"]      # 120 minutes for modules"#,
            way_out: "Add a session to plan, raise session_minutes (the message says by how much), make a module \
                      optional, or shorten one.",
        },
        Code::ModuleTooLong => Explanation {
            meaning: "A module is longer than the time for modules in any session of the cohort, so it fits into \
                      none. A module is never split over two sessions.",
            example: "minutes = 90                      # in the module; the longest session has 35 for modules",
            way_out: "Make two modules of it, shorten it, or lengthen the session it belongs into.",
        },
        Code::PinUnknown => Explanation {
            meaning: "A session fixes a module that belongs to none of the topics of the cohort.",
            example: r#"topic = "social-media"

[[session]]
number = 5
modules = ["budget"]              # a module of "online-marketing""#,
            way_out: "Correct the id, or delete it from modules of the session.",
        },
        Code::AmbiguousPin => Explanation {
            meaning: "The cohort works on several topics, and more than one of them has a module with this id.",
            example: r#"[[session]]
number = 5
modules = ["figures"]"#,
            way_out: "Say which one is meant, with the topic in front: modules = [\"online-marketing/figures\"].",
        },
        Code::LinkOutside => Explanation {
            meaning: "A symbolic link in the handbook's folder leads to a place outside of it. It is not followed, so \
                      that nothing is published that does not belong to the handbook.",
            example: "content/pages/staff  ->  /home/anna/staff",
            way_out: "Copy what you need into the handbook, or delete the link.",
        },
        Code::NameLeak => Explanation {
            meaning: "A page would contain the name of a person who is to be shown by initials or not at all. \
                      Nobody's name may appear more openly than the person agreed to.",
            example: r#"# content/cohorts/2026-autumn.md; Lea is shown as "hidden"
Lea and the other mentors look forward to meeting you."#,
            way_out: "Write it without the name (\"your mentor\"). If the person agrees to be named, raise consent \
                      and the visibility of pair, cohort and site; if it is an ordinary word, add it to \
                      private/allow-words.txt, one word a line.",
        },
        Code::Untranslated => Explanation {
            meaning: "A text is missing in one of the site's languages. Readers of that language see it in another \
                      one.",
            example: r#"# languages = ["de-CH", "en"]
title = { de = "Auftakt" }"#,
            way_out: "Add the translation, to the table of texts or as a file such as trial.en.md beside trial.md.",
        },
        Code::TranslationLength => Explanation {
            meaning: "A list in a translation has another number of entries than in the original. It is used as it \
                      is, but probably something was added or deleted in one language only.",
            example: r#"In trial.md:     objectives = ["Einen Versuch planen", "Zwei Kennzahlen festlegen"]
In trial.en.md:  objectives = ["Plan a trial"]"#,
            way_out: "Bring the two lists to the same length.",
        },
        Code::SwissSpelling => Explanation {
            meaning: "A text in Swiss German contains \"ß\". Swiss spelling knows only \"ss\".",
            example: r#"title = { de-CH = "Begrüßung" }"#,
            way_out: "Write \"ss\" instead, as in \"Begrüssung\".",
        },
        Code::NoInterfaceLanguage => Explanation {
            meaning: "The site has a language in which the program brings no texts for buttons, headings and labels. \
                      These appear in English; your own texts are not affected.",
            example: r#"[site]
languages = ["en", "es"]"#,
            way_out: "Supply the texts in a theme of your own (i18n/es.ftl), or leave the language out.",
        },
        Code::PublicNames => Explanation {
            meaning: "The site allows full names on its pages. That is only right if the handbook is for your firm \
                      alone and the people named have agreed.",
            example: r#"[site]
visibility = "public""#,
            way_out: "Choose \"initials\" or \"hidden\". If it is meant so, silence the warning with public-names = \
                      \"allow\" under [diagnostics].",
        },
        Code::MilestoneSession => Explanation {
            meaning: "A milestone counts from a session that a cohort of the programme does not have. It is left out \
                      for the cohorts that the message names.",
            example: r#"plan.sessions = ["kickoff", "working", "working", "closing"]

[[milestone]]
id = "survey"
title = "Short survey"
role = "organiser"
anchor = "session:5""#,
            way_out: "Anchor the milestone to a session that all cohorts have, or to \"mid\" or \"end\".",
        },
        Code::UnlistedModule => Explanation {
            meaning: "There is a file for a module in the folder of a topic, but the topic does not list it. The \
                      module has no place in the path and is not published.",
            example: r#"# content/topics/social-media/ holds map.md, trial.md and budget.md
modules = ["map", "trial"]"#,
            way_out: "Add it to modules of the topic, at the place where it belongs in the path; or mark it draft = \
                      true, or delete the file.",
        },
        Code::UnservedGoal => Explanation {
            meaning: "A learning goal of the topic is served by no required module. Pairs can go through the whole \
                      path without working on it.",
            example: r#"[[goals]]                         # in the topic; no required module has goals = ["decide"]
id = "decide"
text = "The mentees accept or refuse a proposal and say why.""#,
            way_out: "Name the goal in goals of the module that works on it, or take the goal out.",
        },
        Code::GoallessModule => Explanation {
            meaning: "A module says of none of its topic's learning goals that it serves it. Either the link is \
                      missing or the module does not belong to this topic.",
            example: r#"title = "Figures"
minutes = 25
objectives = ["Read three figures of a post"]
goals = []"#,
            way_out: "Name at least one goal of the topic in goals.",
        },
        Code::VagueObjective => Explanation {
            meaning: "The objective begins with a word such as \"understand\" or \"know\". Nobody can see whether \
                      that has been reached; what people can do afterwards can be seen.",
            example: r#"objectives = ["Understand what an algorithm does"]"#,
            way_out: "Begin with something one can watch, such as explain, choose, set up or calculate: \"Explain why \
                      two people see different posts\".",
        },
        Code::CrowdedObjectives => Explanation {
            meaning: "The module has more than one objective for every five minutes. That is hardly enough time to \
                      reach any of them.",
            example: r#"minutes = 10
objectives = ["Compare two channels", "Choose one", "Set up an account"]"#,
            way_out: "Drop objectives, give the module more minutes, or make two modules of it.",
        },
        Code::StaleTopic => Explanation {
            meaning: "Nobody has looked through the topic for more than 18 months. Digital topics age quickly, and \
                      mentors notice it at once.",
            example: "reviewed = 2023-01-15",
            way_out: "Read through the topic and its modules, best together with a mentor, and set reviewed to today.",
        },
        Code::TimeInGap => Explanation {
            meaning: "In the night in which clocks go forward an hour is left out, and the session would begin in it. \
                      The time is taken as it would have been before the change, so the clock shows a later one.",
            example: r#"time_zone = "Europe/Zurich"

[[session]]
number = 3
date = 2027-03-28
time = "02:30""#,
            way_out: "Choose another time or date for this session.",
        },
        Code::TimeInFold => Explanation {
            meaning: "In the night in which clocks go back an hour comes twice, and the session would begin in it. \
                      The first of the two is taken.",
            example: r#"time_zone = "Europe/Zurich"

[[session]]
number = 3
date = 2026-10-25
time = "02:30""#,
            way_out: "Choose another time or date for this session, or leave it if the first one is meant.",
        },
        Code::WeekendSession => Explanation {
            meaning: "A session is on a Saturday or Sunday. That may be meant so, but often it is a wrong date.",
            example: "start = 2026-09-05                # a Saturday",
            way_out: "Check the date. If weekends are meant, set weekend-session = \"allow\" under [diagnostics] in \
                      site.toml.",
        },
        Code::SessionOnSkippedDay => Explanation {
            meaning: "A session was given a date of its own, and that day is a holiday or one that the cohort skips.",
            example: r#"skip = [ { from = 2026-09-26, to = 2026-10-18, reason = "Autumn holidays" } ]

[[session]]
number = 3
date = 2026-10-15"#,
            way_out: "Choose another date, or take the day out of skip. If it is meant so, nothing needs to be done.",
        },
        Code::PublishedAfterStart => Explanation {
            meaning: "The day on which the dates were published lies after the start of the cohort. Calendars take it \
                      as the day of their last change.",
            example: "published = 2026-10-01
start = 2026-09-03",
            way_out: "Correct published. If you leave it out, the start counts.",
        },
        Code::NoPairs => Explanation {
            meaning: "The cohort has no pairs yet. Its dates and agendas are shown all the same; what the checks say \
                      about pairs will be missing.",
            example: "# content/cohorts/2027-spring.toml without any [[pair]]",
            way_out: "Add a [[pair]] with id, mentor and mentee once people have been matched.",
        },
        Code::DraftReference => Explanation {
            meaning: "The cohort names a programme or a topic that is a draft. Drafts are left out, and nothing can be \
                      computed without them, so the cohort is left out with its sessions and calendars.",
            example: r#"# content/cohorts/2027-spring.toml
topic = "ads"

# content/topics/ads/index.md
draft = true"#,
            way_out: "Take draft = true out of what is named, or put it into the cohort too.",
        },
        Code::LinkPublished => Explanation {
            meaning: "The link to the online meeting stands on the pages and in the calendars of this cohort. Anyone \
                      who sees them can join.",
            example: r#"link = "https://meet.example/abc"
publish_link = true"#,
            way_out: "If the handbook is public, delete publish_link and send the link to the pairs yourself.",
        },
        Code::MentorInSeveralPairs => Explanation {
            meaning: "The same person is mentor in more than one pair of the cohort. That multiplies preparation, and \
                      with the same dates it may be impossible.",
            example: r#"[[pair]]
id = "p1"
mentor = "lea"
mentee = "urs"

[[pair]]
id = "p2"
mentor = "lea"
mentee = "beat""#,
            way_out: "Find another mentor for one of the pairs, or leave it if it has been agreed.",
        },
        Code::BothRoles => Explanation {
            meaning: "The same person is mentor in one pair of the cohort and mentee in another. Mentors are young \
                      employees and mentees experienced managers, so one of the two is probably mixed up.",
            example: r#"[[pair]]
id = "p1"
mentor = "lea"
mentee = "urs"

[[pair]]
id = "p2"
mentor = "urs"
mentee = "beat""#,
            way_out: "Check who is mentor and who is mentee in the two pairs.",
        },
        Code::EmptyModuleBlock => Explanation {
            meaning: "A session has time for modules, but all modules of the topic have been placed in earlier \
                      sessions. The time becomes practice and open questions.",
            example: r#"plan = ["kickoff", "working", "working", "working", "closing"]   # two would do"#,
            way_out: "Take a session out of plan, add a module, bring an optional one in with optional_modules = \
                      \"if-room\", or pin a module to the session.",
        },
        Code::NoPeopleFile => Explanation {
            meaning: "There is no file with the people of this cohort. The site can be built without it: all pairs \
                      are shown as hidden, and checks about pairs report missing data. This is normal on a computer \
                      that should not hold personal data.",
            example: "content/cohorts/2026-autumn.toml exists, private/people/2026-autumn.toml does not",
            way_out: "Create the file with one table per person, or silence the warning where the people are not \
                      needed.",
        },
        Code::PeopleNotIgnored => Explanation {
            meaning: "The folder with personal data is not listed in .gitignore. The next commit could put it into \
                      the shared repository, where it stays in the history.",
            example: "# .gitignore
public/",
            way_out: "Add the line \"private/\" to .gitignore. If personal data have been committed already, remove \
                      them from the history too.",
        },
        Code::VisibilityLowered => Explanation {
            meaning: "A pair asks to be shown more openly than the site or its cohort allows. The lower level is \
                      used.",
            example: r#"# content/cohorts/2026-autumn.toml
visibility = "initials"

[[pair]]
id = "p1"
mentor = "lea"
mentee = "urs"
visibility = "public""#,
            way_out: "Delete visibility from the pair or lower it. If the pair may really be shown so, raise the \
                      level of the cohort and of the site.",
        },
        Code::UnsafeHtml => Explanation {
            meaning: "A text contains HTML that could run a program, load something from elsewhere or break the look \
                      of the pages: scripts, event handlers, styles, frames. Such parts are dropped.",
            example: r#"<p onclick="alert('Hello')">Join in!</p>"#,
            way_out: "Write it in Markdown, or without these parts. If you trust every author, markdown.raw_html = \
                      \"allow\" in site.toml keeps HTML as it is.",
        },
        Code::MissingAlt => Explanation {
            meaning: "An image has no description. People who cannot see it, and those whose connection is slow, \
                      learn nothing of what it shows.",
            example: "![](/img/trial-plan.png)",
            way_out: "Say in the square brackets what the image tells: ![A plan with four weeks, two of them for \
                      measuring](/img/trial-plan.png).",
        },
        Code::NearlyMarkdown => Explanation {
            meaning: "Something looks like a heading or a link and is neither, for a space is missing or is one too \
                      many. Readers see the signs as they stand.",
            example: "##How it works\n\nSee [the first steps] (@/topics/ads/first.md) and [the plan](our plan.pdf).",
            way_out: "Write ## How it works, [the first steps](@/topics/ads/first.md) and [the plan](<our plan.pdf>). If \
                      the signs are meant to be seen, write a backslash in front of the first.",
        },
        Code::StrayFile => Explanation {
            meaning: "The file lies where the handbook looks for pages or data, but its place or name fits no kind of \
                      file. It is not published. A template of a theme is called so if no page and no other template \
                      uses it.",
            example: "content/cohorts/2026-autumn.toml.txt",
            way_out: "Rename the file or move it to the folder of its kind. What should be copied as it is belongs \
                      into static/; what should not be here, away.",
        },
        Code::ExternalLink => Explanation {
            meaning: "The handbook links to a page on another site that cannot be reached: it has gone or moved, its \
                      host is unknown or does not answer. Only `check --external-links` looks, because it needs the \
                      network and the answer can be another one tomorrow.",
            example: "[How to write for the web](https://www.example.org/gone.html)",
            way_out: "Correct the address or delete the link. What cannot be reached from here, such as a page of the \
                      intranet, can be listed in [links] skip of site.toml.",
        },
        Code::OptionalToSelfStudy => Explanation {
            meaning: "An optional module has no place in a session, because the cohort leaves these to self-study or \
                      because no session has room. Its readers find it as self-study after the session that is named.",
            example: r#"optional = true                   # in the module; optional_modules = "self-study" in the cohort"#,
            way_out: "Nothing needs to be done. To bring it into a session, set optional_modules = \"if-room\" in the \
                      cohort or pin the module to a session.",
        },
        Code::UnusedTopic => Explanation {
            meaning: "The programme offers a topic on which no cohort works.",
            example: r#"# content/programmes/role-swap.toml; all cohorts have topic = "social-media"
topics = ["social-media", "online-marketing"]"#,
            way_out: "Nothing needs to be done while a cohort is being planned. Otherwise take the topic out of the \
                      programme.",
        },
        Code::UnusedTerm => Explanation {
            meaning: "The glossary explains a term that appears on no page, neither it nor one of its aliases. Other \
                      forms, such as a plural, are not found unless they are listed.",
            example: r#"[reach]
term = "Reach"
definition = "How many people have seen a post.""#,
            way_out: "Add the forms that your texts use to aliases, or delete the term.",
        },
        Code::DefaultRolePage => Explanation {
            meaning: "There is no page of your own for one of the four roles: mentor, mentee, organiser, sponsor. A \
                      short built-in text is shown instead.",
            example: "content/roles/ holds mentor.md, mentee.md and organiser.md, but no sponsor.md",
            way_out: "Write content/roles/sponsor.md in your own words, or leave it.",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_explanation_is_whole() {
        for &code in Code::ALL {
            let Explanation { meaning, example, way_out } = explanation(code);
            for text in [meaning, way_out] {
                assert!(text.ends_with('.'), "{code}: {text}");
                assert!(!text.contains("  ") && !text.contains('\n'), "{code}: {text}");
            }
            assert!(!example.trim().is_empty() && example.trim() == example, "{code}: {example}");
        }
    }

    #[test]
    fn no_explanation_is_too_long_to_be_read() {
        for &code in Code::ALL {
            let Explanation { meaning, example, way_out } = explanation(code);
            assert!(meaning.split_whitespace().count() <= 60, "{code}: {meaning}");
            assert!(way_out.split_whitespace().count() <= 45, "{code}: {way_out}");
            assert!(example.lines().count() <= 15, "{code}: {example}");
            assert!(example.lines().all(|line| line.chars().count() <= 100), "{code}: {example}");
        }
    }

    #[test]
    fn no_two_codes_are_explained_alike() {
        let meanings: std::collections::BTreeSet<_> = Code::ALL.iter().map(|&code| explanation(code).meaning).collect();
        assert_eq!(meanings.len(), Code::ALL.len());
    }
}
