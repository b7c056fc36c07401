//! Invented handbooks of any size, the same for the same wish on every machine.
//!
//! A handbook has topics of 20 to 40 modules, each of 500 to 900 words of something that looks like German; two
//! programmes, cohorts with pairs and their people, a glossary of 30 terms. `leitfaden check` has no error to report.

#![expect(clippy::disallowed_methods, reason = "a benchmark prepares its own folder")]

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// What kind of handbook is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// How many modules, and so module pages in each language.
    pub modules: usize,
    /// Whether every text is there in English too.
    pub languages: Languages,
}

/// In how many languages a handbook speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Languages {
    /// German.
    One,
    /// German and English; the English of the generator is not any good.
    Two,
}

/// Writes a handbook into `root`, which does not exist or is empty.
///
/// # Errors
/// If the disk refuses.
pub fn write(root: &Path, wish: Wish) -> io::Result<()> {
    let mut author = Author { root, wish, dice: Dice(0x5EED_0BAD_CAFE_F00D) };
    let topics = author.table_of_contents();
    author.site()?;
    for topic in 0..topics.len() {
        author.topic(&topics, topic)?;
    }
    author.glossary()?;
    author.templates()?;
    author.pages()?;
    author.programmes(&topics)?;
    for cohort in 0..cohorts(wish) {
        author.cohort(&topics, cohort)?;
    }
    Ok(())
}

/// More pages, more people who read them: 4 cohorts at a hundred modules, 13 at ten thousand.
fn cohorts(wish: Wish) -> usize {
    3 + wish.modules.div_ceil(1000)
}

struct Author<'a> {
    root: &'a Path,
    wish: Wish,
    dice: Dice,
}

struct Topic {
    id: String,
    modules: Vec<String>,
}

const PAIRS: usize = 6;
const SECTIONS: [&str; 5] =
    ["Worum es geht", "So läuft die Übung", "Was Sie mitbringen", "Woran es oft scheitert", "Zum Weiterlesen"];

impl Author<'_> {
    fn put(&self, path: &str, text: &str) -> io::Result<()> {
        let path = self.root.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)
    }

    /// Writes a text in every language: `name.md` and `name.en.md`.
    fn put_markdown(&mut self, name: &str, front: &str, translated: &str, body: &str) -> io::Result<()> {
        self.put(&format!("{name}.md"), &format!("+++\n{front}+++\n\n{body}"))?;
        if self.wish.languages == Languages::Two {
            self.put(&format!("{name}.en.md"), &format!("+++\n{translated}+++\n\n{body}"))?;
        }
        Ok(())
    }

    /// A text of a TOML file, in every language.
    fn both(&self, text: &str) -> String {
        match self.wish.languages {
            Languages::One => format!("\"{text}\""),
            Languages::Two => format!("{{ de = \"{text}\", en = \"{text}\" }}"),
        }
    }

    fn site(&self) -> io::Result<()> {
        let languages = match self.wish.languages {
            Languages::One => "[\"de\"]",
            Languages::Two => "[\"de\", \"en\"]",
        };
        let title = self.both("Handbuch für große Häuser");
        self.put(".gitignore", "private/\npublic/\n")?;
        self.put(
            "site.toml",
            &format!(
                "[site]\ntitle = {title}\norganisation = \"Nordhang Möbelwerk AG\"\n\
                 base_url = \"https://handbuch.nordhang.example/\"\ndefault_language = \"de\"\nlanguages = {languages}\n\
                 time_zone = \"Europe/Zurich\"\nvisibility = \"initials\"\ncontact = \"lernen@nordhang.example\"\n\n\
                 [publish]\nedit_url = \"https://git.nordhang.example/edit/{{path}}\"\n"
            ),
        )
    }

    /// All topics with their modules, before any of them is written: links lead from everywhere to everywhere.
    fn table_of_contents(&mut self) -> Vec<Topic> {
        let mut topics = Vec::new();
        let mut left = self.wish.modules;
        while left > 0 {
            // Nothing too short to be a topic is left over at the end.
            let size = if left <= 40 { left } else { self.dice.between(20, 40.min(left - 20)) };
            left -= size;
            let topic = format!("thema-{:03}", topics.len() + 1);
            let module = |(number, word): (usize, &str)| format!("{word}-{number:02}");
            let words: Vec<&str> = (0..size).map(|_| self.dice.one_of(&STEMS)).collect();
            topics.push(Topic { id: topic, modules: (1..).zip(words).map(module).collect() });
        }
        topics
    }

    fn topic(&mut self, topics: &[Topic], position: usize) -> io::Result<()> {
        let topic = &topics[position];
        let title = self.dice.title(2);
        let list: Vec<String> = topic.modules.iter().map(|id| format!("  \"{id}\",\n")).collect();
        let texts = format!(
            "title = \"{title}\"\nsummary = \"{}\"\noutcome = \"{}\"\nwhy = \"{}\"\n",
            self.dice.sentence(12),
            self.dice.sentence(10),
            self.dice.sentence(20)
        );
        let goals: String = ["use", "read", "decide"]
            .map(|id| {
                let (text, measure) = (self.dice.sentence(14), self.dice.sentence(7));
                format!("\n[[goals]]\nid = \"{id}\"\ntext = \"{text}\"\nmeasure = \"{measure}\"\n")
            })
            .concat();
        let front = format!("{texts}level = \"beginner\"\nmodules = [\n{}]\n{goals}", list.concat());
        let body = self.paragraph(topics, position, 60);
        self.put_markdown(&format!("content/topics/{}/index", topic.id), &front, &format!("{texts}{goals}"), &body)?;
        for index in 0..topic.modules.len() {
            self.module(topics, position, index)?;
        }
        Ok(())
    }

    fn module(&mut self, topics: &[Topic], position: usize, index: usize) -> io::Result<()> {
        let topic = &topics[position];
        let minutes = self.dice.between(12, 18);
        let goal = ["use", "read", "decide"][index % 3];
        let optional = index % 6 == 5;
        let mut structure = format!("minutes = {minutes}\npractice_minutes = {}\n", minutes / 2);
        structure += &format!("self_study_minutes = {}\noptional = {optional}\n", self.dice.between(0, 30));
        if let Some(earlier) = index.checked_sub(1).filter(|earlier| earlier % 6 != 5) {
            structure += &format!("prerequisites = [\"{}\"]\n", topic.modules[earlier]);
        }
        structure += &format!("goals = [\"{goal}\"]\n");
        let title = self.dice.title(3);
        let texts = format!(
            "title = \"{title}\"\nsummary = \"{}\"\nobjectives = [\n  \"{}\",\n  \"{}\",\n]\nquestions = [\"{}?\"]\n\
             keypoints = [\"{}\", \"{}\"]\nreflection = [\"{}?\"]\n",
            self.dice.sentence(14),
            self.dice.phrase(9),
            self.dice.phrase(11),
            self.dice.phrase(9),
            self.dice.sentence(8),
            self.dice.sentence(9),
            self.dice.phrase(8),
        );
        let prepare =
            format!("\n[prepare]\nmentor = [\"{}\"]\nmentee = [\"{}\"]\n", self.dice.phrase(5), self.dice.phrase(6));
        let front = format!("{texts}{structure}{prepare}");
        let body = self.body(topics, position, index);
        let name = format!("content/topics/{}/{}", topic.id, topic.modules[index]);
        self.put_markdown(&name, &front, &format!("{texts}{prepare}"), &body)
    }

    /// 500 to 900 words in sections: paragraphs with links and emphasis, lists, quotes, a table now and then.
    fn body(&mut self, topics: &[Topic], position: usize, index: usize) -> String {
        // Links, emphasised words and the like come on top: an eighth.
        let words = self.dice.between(440, 800);
        let mut body = String::new();
        for (number, section) in SECTIONS.iter().enumerate() {
            _ = writeln!(body, "## {section}\n");
            // A third of every section is its list, quotation or table.
            let running = words * 2 / 3 / SECTIONS.len();
            let first = self.dice.between(running / 3, running * 2 / 3);
            body += &self.paragraph(topics, position, first);
            let extra = words / 3 / SECTIONS.len();
            match (number + index) % 5 {
                0 => body += &self.list("- ", extra),
                1 => body += &self.list("1. ", extra),
                2 => _ = writeln!(body, "> {}\n", self.dice.sentence(extra)),
                3 if index.is_multiple_of(4) => body += &self.table(),
                3 => body += &format!("### {}\n\n{}\n\n", self.dice.title(3), self.dice.sentence(extra)),
                _ => body += &format!("{}\n\n", self.dice.sentence(extra)),
            }
            body += &self.paragraph(topics, position, running - first);
        }
        body
    }

    /// Sentences with, here and there, a link, an emphasis, a quotation, a number, a term of the glossary.
    fn paragraph(&mut self, topics: &[Topic], position: usize, words: usize) -> String {
        let mut text = String::new();
        let mut written = 0;
        while written < words {
            let length = self.dice.between(8, 16).min(words - written).max(4);
            written += length;
            let phrase = self.dice.phrase(length);
            text += &match self.dice.below(12) {
                0 => format!("{phrase}, siehe {}.", self.link(topics, position)),
                1 => format!("**{}** {phrase}.", self.dice.one_of(&NOUNS)),
                2 => format!("{phrase}, *{}* eben.", self.dice.one_of(&STEMS)),
                3 => format!("Jemand fragt: \"{phrase}?\""),
                4 => format!("{phrase} -- {} Prozent, z. B. im `{}`.", self.dice.below(100), self.dice.one_of(&STEMS)),
                5 => format!("{phrase}, und der {} zeigt es...", self.dice.one_of(&TERMS)),
                _ => format!("{phrase}."),
            };
            text.push(if self.dice.below(3) == 0 { '\n' } else { ' ' });
        }
        text.truncate(text.trim_end().len());
        text + "\n\n"
    }

    /// A link to a neighbour or, once in three times, to a module anywhere, perhaps to one of its headings.
    fn link(&mut self, topics: &[Topic], position: usize) -> String {
        let label = self.dice.phrase(2);
        if self.dice.below(3) > 0 {
            let modules = &topics[position].modules;
            return format!("[{label}]({}.md)", modules[self.dice.below(modules.len())]);
        }
        let topic = &topics[self.dice.below(topics.len())];
        let module = &topic.modules[self.dice.below(topic.modules.len())];
        let anchor = if self.dice.below(2) == 0 { "#worum-es-geht" } else { "" };
        format!("[{label}](@/topics/{}/{module}.md{anchor})", topic.id)
    }

    fn list(&mut self, mark: &str, words: usize) -> String {
        let lines: String = (0..(words / 9).max(2)).map(|_| format!("{mark}{}\n", self.dice.sentence(9))).collect();
        lines + "\n"
    }

    fn table(&mut self) -> String {
        let mut table = String::from("| Schritt | Dauer | Ergebnis |\n| --- | ---: | --- |\n");
        for number in 1..=4 {
            _ = writeln!(table, "| {} | {} min | {} |", self.dice.title(2), number * 5, self.dice.phrase(5));
        }
        table + "\n"
    }

    fn glossary(&mut self) -> io::Result<()> {
        let mut glossary = String::new();
        for (number, term) in TERMS.iter().enumerate() {
            let definition = self.dice.sentence(12);
            _ = writeln!(glossary, "[begriff-{number}]\nterm = {}", self.both(term));
            _ = writeln!(
                glossary,
                "definition = {}\naliases = [{}]\n",
                self.both(&definition),
                self.both(&format!("{term}s"))
            );
        }
        self.put("content/glossary.toml", &glossary)
    }

    fn templates(&self) -> io::Result<()> {
        for (id, title) in [("kickoff", "Auftakt"), ("working", "Arbeitstreffen"), ("midpoint", "Zwischenhalt")] {
            self.template(id, title, "Arbeiten am Thema", "modules = true\n")?;
        }
        self.template("closing", "Abschluss", "Entscheidung zeigen", "")
    }

    fn template(&self, id: &str, title: &str, work: &str, modules: &str) -> io::Result<()> {
        let mut template = format!("title = {}\nkind = \"{id}\"\ndocuments = [\"session-log\"]\n", self.both(title));
        let blocks = [
            ("Ankommen", "5", "both", "check-in"),
            ("Ziel von heute", "5", "mentee", "goal"),
            (work, "\"rest\"", "mentor", if modules.is_empty() { "review" } else { "modules" }),
            ("Rückblick", "5", "mentee", "reflection"),
            ("Nächste Schritte", "5", "both", "next-steps"),
        ];
        for (title, minutes, lead, kind) in blocks {
            let title = self.both(title);
            _ = writeln!(
                template,
                "\n[[block]]\ntitle = {title}\nminutes = {minutes}\nlead = \"{lead}\"\nkind = \"{kind}\"\n{}",
                if minutes == "5" { "" } else { modules }
            );
        }
        self.put(&format!("content/sessions/{id}.toml"), &template)
    }

    /// Home, the four roles, the four factors and some questions and answers.
    fn pages(&mut self) -> io::Result<()> {
        let body = |author: &mut Self| format!("## {}\n\n{}\n", author.dice.title(2), author.dice.sentence(60));
        let text = body(self);
        self.put_markdown("content/index", "title = \"Willkommen\"\n", "title = \"Welcome\"\n", &text)?;
        let text = body(self);
        self.put_markdown("content/faq", "title = \"Fragen\"\n", "title = \"Questions\"\n", &text)?;
        for role in ["mentor", "mentee", "organiser", "sponsor"] {
            let text = body(self);
            let front = format!("title = \"{}\"\n", self.dice.title(2));
            self.put_markdown(&format!("content/roles/{role}"), &front, &front, &text)?;
        }
        for (number, factor) in (1..).zip(["difference", "structure", "voluntary", "project"]) {
            let text = body(self);
            let front = format!("title = \"{}\"\nrationale = \"{}\"\n", self.dice.title(2), self.dice.sentence(12));
            self.put_markdown(
                &format!("content/factors/{factor}"),
                &format!("{front}number = {number}\n"),
                &front,
                &text,
            )?;
        }
        Ok(())
    }

    /// Two programmes that share the topics, every second one to each.
    fn programmes(&mut self, topics: &[Topic]) -> io::Result<()> {
        for (programme, id) in PROGRAMMES.into_iter().enumerate() {
            // A handbook of one topic offers it twice.
            let offered = topics.iter().enumerate().filter(|(index, _)| topics.len() == 1 || index % 2 == programme);
            let offered: Vec<String> = offered.map(|(_, topic)| format!("  \"{}\",\n", topic.id)).collect();
            let [title, summary, purpose, goal, rule] =
                [4, 12, 20, 12, 12].map(|words| self.dice.phrase(words)).map(|text| self.both(&text));
            let text = format!(
                "title = {title}\nsummary = {summary}\ntopics = [\n{}]\npurpose = {purpose}\ngoal = {goal}\n\
                 confidentiality = {rule}\n\n[organiser]\ntitle = {title}\ncontact = \"lernen@nordhang.example\"\n\n\
                 [participation]\nmentors = \"voluntary\"\nmentees = \"voluntary\"\ncan_decline = true\n\n\
                 [commitment]\nwork_time = true\nattendance_percent = 80\n\n\
                 [selection]\nmentor_criteria = [{rule}]\nmentee_criteria = [{goal}]\n\n[plan]\nsessions = [{}]\nsession_minutes = 120\n",
                offered.concat(),
                PLAN.map(|id| format!("\"{id}\"")).join(", ")
            );
            self.put(&format!("content/programmes/{id}.toml"), &text)?;
        }
        Ok(())
    }

    fn cohort(&mut self, topics: &[Topic], number: usize) -> io::Result<()> {
        let programme = number % 2;
        let offered: Vec<&Topic> = topics
            .iter()
            .enumerate()
            .filter(|(index, _)| topics.len() == 1 || index % 2 == programme)
            .map(|(_, it)| it)
            .collect();
        let topic = offered[number / 2 * 7 % offered.len()];
        let id = format!("gruppe-{:02}", number + 1);
        let title = self.both(&self.dice.clone().title(3));
        // Tuesdays, so that nobody has to come on a weekend.
        let start = ["01-05", "02-02", "03-02", "04-06", "05-04", "06-01", "07-06", "08-03", "09-07"][number % 9];
        let mut text = format!(
            "title = {title}\nprogramme = \"{}\"\ntopic = \"{}\"\npublished = 2026-12-01\nstart = 2027-{start}\n\
             rhythm = \"every 2 weeks\"\ntime = \"13:30\"\nplace = {}\nvisibility = \"initials\"\n",
            PROGRAMMES[programme],
            topic.id,
            self.both("Sitzungszimmer Eiche")
        );
        let mut people = String::new();
        for pair in 0..PAIRS {
            let [mentor, mentee] = [0, 1].map(|side| (number * PAIRS + pair) * 2 + side);
            _ = writeln!(text, "\n[[pair]]\nid = \"p{pair}\"\nmentor = \"m{mentor}\"\nmentee = \"m{mentee}\"");
            for (person, born) in [(mentor, 2003), (mentee, 1966)] {
                _ = writeln!(
                    people,
                    "[m{person}]\nname = \"{}\"\nbirth_year = {born}\nconsent = \"initials\"\n",
                    name(person)
                );
            }
        }
        self.put(&format!("content/cohorts/{id}.toml"), &text)?;
        self.put(&format!("private/people/{id}.toml"), &people)
    }
}

/// A name that no text holds.
fn name(number: usize) -> String {
    const PARTS: [&str; 8] = ["Quax", "Ylva", "Brom", "Zelo", "Tyra", "Wimo", "Jexa", "Oryn"];
    format!("{}{}", PARTS[number % 8], PARTS[number / 8 % 8].to_lowercase())
}

/// A linear congruential generator (Knuth's MMIX): the same numbers everywhere.
#[derive(Debug, Clone)]
struct Dice(u64);

impl Dice {
    /// A number from 0 to `limit` - 1.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The upper bits are the good ones.
        usize::try_from((self.0 >> 33) % limit as u64).expect("smaller than a usize")
    }

    fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    fn one_of(&mut self, all: &[&'static str]) -> &'static str {
        all[self.below(all.len())]
    }

    /// Nouns and small words without an end mark, beginning with a capital letter.
    fn phrase(&mut self, words: usize) -> String {
        let mut phrase = String::from(self.one_of(&BEGINNINGS));
        for position in 1..words {
            let all: &[&str] = if position % 3 == 0 { &NOUNS } else { &SMALL };
            phrase.push(' ');
            phrase.push_str(self.one_of(all));
        }
        phrase
    }

    fn sentence(&mut self, words: usize) -> String {
        self.phrase(words) + "."
    }

    fn title(&mut self, words: usize) -> String {
        let mut title = String::from(self.one_of(&NOUNS));
        for position in 1..words {
            let all: &[&str] = if position % 2 == 0 { &NOUNS } else { &["und", "ohne", "mit", "statt", "oder"] };
            title.push(' ');
            title.push_str(self.one_of(all));
        }
        title
    }
}

const PROGRAMMES: [&str; 2] = ["rollentausch", "werkstatt"];

/// Seven sessions with 100 minutes for modules and one without: room for the longest topic.
const PLAN: [&str; 9] =
    ["kickoff", "working", "working", "working", "midpoint", "working", "working", "working", "closing"];

const TERMS: [&str; 30] = [
    "Reichweite",
    "Klickrate",
    "Konversion",
    "Zielgruppe",
    "Algorithmus",
    "Newsletter",
    "Kennzahl",
    "Redaktionsplan",
    "Kampagne",
    "Schnittstelle",
    "Freigabe",
    "Medienbruch",
    "Prototyp",
    "Stichprobe",
    "Landeseite",
    "Suchbegriff",
    "Werbebudget",
    "Datenschutz",
    "Feedbackbogen",
    "Tandem",
    "Lernpfad",
    "Rollenwechsel",
    "Sitzungsleitung",
    "Vertraulichkeit",
    "Entscheidungsblatt",
    "Selbsteinschätzung",
    "Zwischenhalt",
    "Bildschirmteilung",
    "Passwortsafe",
    "Belegfluss",
];

const STEMS: [&str; 16] = [
    "karte", "probe", "kanal", "dialog", "zahlen", "regeln", "inhalt", "formular", "ablauf", "messung", "suche",
    "budget", "weg", "beleg", "ordner", "bericht",
];

const BEGINNINGS: [&str; 16] = [
    "Wer",
    "Heute",
    "Manchmal",
    "Gemeinsam",
    "Zuerst",
    "Danach",
    "Niemand",
    "Jede",
    "Unsere",
    "Dieser",
    "Oft",
    "Später",
    "Vielleicht",
    "Immer",
    "Beide",
    "Einige",
];

const SMALL: [&str; 48] = [
    "und",
    "die",
    "der",
    "das",
    "mit",
    "ohne",
    "für",
    "über",
    "zeigt",
    "vergleicht",
    "wählt",
    "größere",
    "kleine",
    "schnell",
    "am",
    "im",
    "auf",
    "wenn",
    "weil",
    "dass",
    "nicht",
    "mehr",
    "weniger",
    "eigene",
    "offene",
    "fragt",
    "erklärt",
    "prüft",
    "nutzt",
    "ändert",
    "öffnet",
    "schließt",
    "jeden",
    "neue",
    "alte",
    "gute",
    "ruhig",
    "zusammen",
    "täglich",
    "endlich",
    "bewusst",
    "freundlich",
    "spürbar",
    "können",
    "müssen",
    "sollen",
    "würde",
    "hätte",
];

const NOUNS: [&str; 40] = [
    "Abteilung",
    "Bildschirm",
    "Besprechung",
    "Kundschaft",
    "Werkstatt",
    "Führungskraft",
    "Beispiel",
    "Übung",
    "Frage",
    "Antwort",
    "Telefon",
    "Tabelle",
    "Rückmeldung",
    "Verantwortung",
    "Geschäftsleitung",
    "Einkauf",
    "Montage",
    "Vorschlag",
    "Lösung",
    "Wochenplan",
    "Gerät",
    "Anleitung",
    "Erfahrung",
    "Gespräch",
    "Termin",
    "Mitarbeiterin",
    "Lernende",
    "Ergebnis",
    "Änderung",
    "Straße",
    "Maßnahme",
    "Überblick",
    "Zeitfenster",
    "Notizzettel",
    "Ausschnitt",
    "Wirkung",
    "Aufwand",
    "Haltung",
    "Gewohnheit",
    "Zusammenhang",
];
