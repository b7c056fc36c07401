//! Cards: what a chat or a network shows when somebody passes an address on (Open Graph). One for the site, one for
//! each topic and each cohort, drawn from their threads. They are painted when somebody wants them.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use icu_normalizer::ComposingNormalizerBorrowed;

use super::files::{Contents, PlannedFile};
use super::pictures::{MARGIN, MONTH_SIZE, Strip, StripKnotKind, Stroke, WIDTH, broken};
use super::routes::source_of;
use super::{PageKey, Routes};
use crate::handbook::cohort::Cohort;
use crate::handbook::topic::Topic;
use crate::handbook::{Handbook, Id};
use crate::locale::Language;
use crate::paint::{Brushes, Colors, Cut, Ink, Sheet};
use crate::text::{SourcePath, Url};

/// How large a card is, in pixels: the shape that all who show one agree on.
pub const SIZE: (usize, usize) = (WIDTH as usize, 630);

/// What a card is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CardKey {
    /// The handbook.
    Site,
    /// A topic.
    Topic(Id<Topic>),
    /// A cohort.
    Cohort(Id<Cohort>),
}

impl CardKey {
    /// The card that goes with a page.
    #[must_use]
    pub fn of(handbook: &Handbook, page: PageKey) -> Self {
        match page {
            PageKey::Topic(id) | PageKey::TopicPrint(id) => Self::Topic(id),
            PageKey::Module(id) => Self::Topic(handbook.modules[id].topic),
            PageKey::Cohort(id) | PageKey::Session(id, _) | PageKey::Checks(id) | PageKey::CohortPrint(id) => {
                Self::Cohort(id)
            }
            _ => Self::Site,
        }
    }

    /// The page beside which the card lies.
    fn page(self) -> PageKey {
        match self {
            Self::Site => PageKey::Home,
            Self::Topic(id) => PageKey::Topic(id),
            Self::Cohort(id) => PageKey::Cohort(id),
        }
    }

    /// The address of the card.
    #[must_use]
    pub fn url(self, routes: &Routes, language: Language) -> Url {
        Url::new(format!("{}card.png", routes.url(self.page(), language)))
    }
}

/// The sizes of the cards that authors bring along: a picture that lies where a card would is the card.
pub type OwnCards = BTreeMap<(CardKey, Language), (usize, usize)>;

/// All cards, unless the site does not know its own address: a card can only be named by a whole one.
pub fn plan(handbook: &Handbook, routes: &Routes, files: &[PlannedFile]) -> (Vec<PlannedFile>, OwnCards) {
    let (mut planned, mut own) = (Vec::new(), OwnCards::new());
    if handbook.config.base_url.is_none() {
        return (planned, own);
    }
    let brought = files.iter().filter(|file| file.path.as_str().ends_with("card.png"));
    let brought: HashMap<&str, &PlannedFile> = brought.map(|file| (file.path.as_str(), file)).collect();
    let topics = handbook.topics.ids().map(CardKey::Topic);
    let keys: Vec<CardKey> =
        [CardKey::Site].into_iter().chain(topics).chain(handbook.cohorts.ids().map(CardKey::Cohort)).collect();
    for language in handbook.config.languages.all() {
        for &key in &keys {
            let path = key.url(routes, language).output_path();
            match brought.get(path.as_str()) {
                Some(file) => {
                    own.insert((key, language), size(file));
                }
                None => planned.push(PlannedFile {
                    path,
                    contents: Contents::Card(key, language),
                    maker: source_of(handbook, key.page())
                        .map_or("the program itself".to_owned(), SourcePath::to_string),
                    place: None,
                }),
            }
        }
    }
    (planned, own)
}

/// How large a picture of an author is; that of our own if nobody can tell.
fn size(file: &PlannedFile) -> (usize, usize) {
    let Contents::Ready(bytes) = &file.contents else { return SIZE };
    imagesize::blob_size(bytes).map_or(SIZE, |size| (size.width, size.height))
}

/// What stands on a card.
#[derive(Debug, Clone)]
pub struct Card {
    /// Whose it is: the handbook.
    pub site: String,
    /// The firm; may be empty.
    pub firm: String,
    /// What it is about.
    pub title: String,
    /// How much or when; may be empty.
    pub note: String,
    /// The thread.
    pub strip: Strip,
    /// Whether it is read from right to left.
    pub is_mirrored: bool,
}

/// Paints cards, and keeps what letters look like from one to the next.
pub struct Painter {
    titles: Vec<Cut>,
    note: Cut,
    label: Cut,
    month: Cut,
    colors: Colors,
}

/// The sizes of titles, and how many lines are allowed in each. A title that is too long even for the last is cut off.
const TITLES: [(u16, usize); 4] = [(92, 1), (80, 2), (64, 3), (52, 3)];
const NOTE: u16 = 34;
const LABEL: u16 = 30;

/// From margin to margin.
const ROOM: i32 = WIDTH - 2 * MARGIN;

/// From the foot of the title to that of the note.
const NOTE_ROOM: i32 = 66;

/// Where the line with the names of handbook and firm stands, and how far down it reaches.
const HEAD: i32 = 104;
const HEAD_END: i32 = 150;

/// Room below the thread and all that hangs on it, and between it and the words above.
const FOOT: i32 = 72;
const AIR: i32 = 64;

const THREAD: f32 = 7.0;
const BRANCH: f32 = 4.5;

impl Painter {
    /// With the fonts and colours of a theme.
    #[must_use]
    pub fn new(brushes: &Brushes) -> Self {
        Self {
            titles: TITLES.map(|(size, _)| brushes.title.cut(size)).into(),
            note: brushes.text.cut(NOTE),
            label: brushes.text.cut(LABEL),
            month: brushes.text.cut(u16::try_from(MONTH_SIZE).unwrap_or(NOTE)),
            colors: brushes.colors,
        }
    }

    /// The picture, as a PNG file.
    #[must_use]
    pub fn paint(&self, card: &Card) -> Vec<u8> {
        let mut sheet = Sheet::new(SIZE.0, SIZE.1);
        let height = i32::try_from(SIZE.1).unwrap_or_default();
        let lowest = height - FOOT - card.strip.below;
        let title = settable(&self.titles[0], &card.title);
        // Without a title, the thread has the sheet for itself.
        let middle = i32::midpoint(HEAD_END + card.strip.above, lowest);
        let thread = if title.is_some() { lowest } else { middle };
        self.head(&mut sheet, card);
        self.words(&mut sheet, card, title.as_deref(), thread - card.strip.above - AIR);
        self.strip(&mut sheet, card, thread);
        sheet.finish(&self.colors)
    }

    /// Handbook and firm, on one line if they fit there.
    fn head(&self, sheet: &mut Sheet, card: &Card) {
        let cut = &self.label;
        let names = [&card.site, &card.firm].map(|name| settable(cut, name));
        let names: Vec<String> = names.into_iter().flatten().map(|name| one_line(cut, &name, ROOM)).collect();
        let Some(first) = names.first() else { return };
        set(sheet, cut, Ink::Ink, Side::of(card), HEAD, first);
        if let Some(second) = names.get(1).filter(|second| cut.width(first) + MARGIN + cut.width(second) <= ROOM) {
            set(sheet, cut, Ink::Quiet, Side::of(card).other(), HEAD, second);
        }
    }

    /// Title and note above `foot`.
    fn words(&self, sheet: &mut Sheet, card: &Card, title: Option<&str>, foot: i32) {
        let note = settable(&self.note, &card.note);
        if let Some(note) = &note {
            set(sheet, &self.note, Ink::Quiet, Side::of(card), foot, &one_line(&self.note, note, ROOM));
        }
        let Some(title) = title else { return };
        let foot = if note.is_some() { foot - NOTE_ROOM } else { foot };
        let (cut, lines) = self.title(title, foot - HEAD_END);
        for (line, up) in lines.iter().rev().zip(0..) {
            set(sheet, cut, Ink::Ink, Side::of(card), foot - up * leading(cut), line);
        }
    }

    /// A title in the largest letters in which it fits into the room, in lines of like length.
    fn title(&self, title: &str, room: i32) -> (&Cut, Vec<String>) {
        let mut last = (&self.titles[0], Vec::new());
        for (cut, (_, most)) in self.titles.iter().zip(TITLES) {
            let width = remembered_width(cut);
            let most = most.min(usize::try_from(room / leading(cut)).unwrap_or(1).max(1));
            let all = broken(title, &width, ROOM, usize::MAX);
            if all.len() <= most && title.split_whitespace().all(|word| width(word) <= ROOM) {
                return (cut, balanced(title, &width, all));
            }
            last = (cut, broken(title, &width, ROOM, most));
        }
        last
    }

    fn strip(&self, sheet: &mut Sheet, card: &Card, y: i32) {
        let strip = card.strip.clone();
        let strip = if card.is_mirrored { strip.mirrored(|word| self.month.width(word)) } else { strip };
        let place = |at: (i32, i32)| (at.0 as f32, (y + at.1) as f32);
        for line in &strip.lines {
            let points = curved(line.points.iter().map(|&at| place(at)));
            match line.stroke {
                Stroke::Thread => sheet.line(Ink::Thread, THREAD, &points),
                Stroke::Branch => sheet.line(Ink::Thread, BRANCH, &points),
                Stroke::Tick => sheet.line(Ink::Rule, 2.0, &points),
                Stroke::Gap => {
                    points.windows(2).for_each(|ends| sheet.dots(Ink::Thread, THREAD, (ends[0], ends[1]), 20.0))
                }
            }
        }
        let radius = strip.radius as f32;
        for knot in &strip.knots {
            match knot.kind {
                StripKnotKind::Filled => sheet.disc(Ink::Thread, place(knot.at), radius),
                StripKnotKind::Ring => sheet.ring(Ink::Thread, place(knot.at), radius, radius * 0.4),
                StripKnotKind::Ghost => sheet.ring(Ink::Quiet, place(knot.at), radius, radius * 0.25),
            }
        }
        for (at, word) in &strip.words {
            if let Some(word) = settable(&self.month, word) {
                sheet.words(Ink::Quiet, &self.month, (at.0, y + at.1), &word);
            }
        }
    }
}

/// The edge at which a line of words begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

impl Side {
    /// Where reading begins.
    fn of(card: &Card) -> Self {
        if card.is_mirrored { Self::Right } else { Self::Left }
    }

    fn other(self) -> Self {
        if self == Self::Left { Self::Right } else { Self::Left }
    }
}

fn set(sheet: &mut Sheet, cut: &Cut, ink: Ink, side: Side, y: i32, text: &str) {
    let x = match side {
        Side::Left => MARGIN,
        Side::Right => WIDTH - MARGIN - cut.width(text),
    };
    sheet.words(ink, cut, (x, y), text);
}

fn leading(cut: &Cut) -> i32 {
    cut.size() * 9 / 8
}

/// A text in the letters that a font has; `None` if it has not all of them, for a word with holes is worse than none.
///
/// Signs that no font of ours has, such as emoji, are left out.
fn settable(cut: &Cut, text: &str) -> Option<String> {
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let spaced = composed.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter });
    let is_sign = |letter: char| !letter.is_alphanumeric() && (letter == SOFT_HYPHEN || !cut.has(letter));
    let known: String = spaced.filter(|&letter| !is_sign(letter)).collect();
    let text = known.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty() && text.chars().all(|letter| cut.has(letter))).then_some(text)
}

/// Shows where a word may be divided, and is not seen anywhere else.
const SOFT_HYPHEN: char = '\u{ad}';

fn one_line(cut: &Cut, text: &str, room: i32) -> String {
    broken(text, &|text| cut.width(text), room, 1).pop().unwrap_or_default()
}

/// How wide texts are, each measured once: lines are broken again and again until they are even.
fn remembered_width(cut: &Cut) -> impl Fn(&str) -> i32 {
    let known: RefCell<BTreeMap<String, i32>> = RefCell::default();
    move |text| {
        let remembered = known.borrow().get(text).copied();
        remembered.unwrap_or_else(|| {
            let width = cut.width(text);
            known.borrow_mut().insert(text.to_owned(), width);
            width
        })
    }
}

/// The same lines with the ends as even as they can be: no last line with one short word.
fn balanced(text: &str, width: &dyn Fn(&str) -> i32, lines: Vec<String>) -> Vec<String> {
    let mut best = lines;
    let longest = text.split_whitespace().map(width).max().unwrap_or(ROOM);
    for room in (longest..ROOM).rev().step_by(16) {
        let narrower = broken(text, width, room, usize::MAX);
        if narrower.len() > best.len() {
            break;
        }
        best = narrower;
    }
    best
}

/// How many straight pieces a curve is made of.
const PIECES: usize = 32;

/// The points of a line that eases from one height to the next (a cubic curve with level ends).
fn curved(points: impl Iterator<Item = (f32, f32)>) -> Vec<(f32, f32)> {
    let mut line: Vec<(f32, f32)> = Vec::new();
    for (x, y) in points {
        if let Some(&(from_x, from_y)) = line.last().filter(|from| from.1 != y) {
            line.extend((1..PIECES).map(|piece| {
                let t = piece as f32 / PIECES as f32;
                let eased = t * t * (3.0 - 2.0 * t);
                let along = from_x + (x - from_x) * (1.5 * t * (1.0 - t) + t * t * t);
                (along, from_y + (y - from_y) * eased)
            }));
        }
        line.push((x, y));
    }
    line
}
