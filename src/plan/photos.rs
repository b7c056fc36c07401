//! Photographs in the widths in which they are shown (site.md, "Markdown"): a phone does not fetch what a camera made.
//!
//! Each version is made when somebody wants it, and written only if a page names it.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use imagesize::ImageType;
use memchr::memmem;

use super::files::{Contents, PlannedFile};
use crate::diagnostics::Place;
use crate::document::{Document, Kind};
use crate::paint::photo::{RECIPE, shown_size, smaller};
use crate::text::{OutputPath, Source, SourcePath, Url};

/// In points: a column of text on a plain screen, and on one with twice as many.
const WIDTHS: [u32; 2] = [800, 1440];

/// Whatever has fewer bytes comes fast enough.
const FEW_BYTES: usize = 100 * 1024;

/// Where they lie. Their names tell what they were made of and how, so browsers may keep them for ever.
const FOLDER: &str = "assets/photos/";

/// How wide a picture is in a text, for browsers that choose one: the measure of a page, or a whole screen. A rem of
/// `sizes` is the browser's, and that of a page is an eighth larger.
pub const SIZES: &str = "(min-width: 45rem) 43rem, 100vw";

/// A photograph that an author brings along, and what is known of it so far.
#[derive(Debug)]
pub struct Photo {
    source: Arc<Source>,
    size: OnceLock<Option<(u32, u32)>>,
    made: [OnceLock<Arc<[u8]>>; WIDTHS.len()],
}

/// All photographs by the files that they are in, and the versions that a page may name by theirs.
#[derive(Debug, Clone, Default)]
pub struct Photos {
    by_source: BTreeMap<SourcePath, Arc<Photo>>,
    versions: BTreeMap<OutputPath, PlannedFile>,
}

impl Photo {
    fn new(source: &Arc<Source>) -> Self {
        Self { source: Arc::clone(source), size: OnceLock::new(), made: Default::default() }
    }

    fn size(&self) -> Option<(u32, u32)> {
        *self.size.get_or_init(|| shown_size(&self.source.bytes))
    }

    /// The version of a width, by its position. What cannot be made smaller, or would become heavier, is shown as it is.
    /// Under its own name the guard of names has looked at it.
    pub fn version(&self, position: usize) -> Arc<[u8]> {
        let bytes = &self.source.bytes;
        let made = || smaller(bytes, WIDTHS[position]).filter(|made| made.len() < bytes.len());
        let make = || made().map_or_else(|| Arc::clone(bytes), Arc::from);
        Arc::clone(self.made[position].get_or_init(make))
    }

    /// The widths in which it would clearly have fewer points, and fewer bytes too: a photograph that was pressed hard
    /// has few of them as it is.
    fn widths(&self) -> impl Iterator<Item = (usize, u32)> {
        let (whole, height) = self.size().unwrap_or_default();
        let bytes = self.source.bytes.len() as u64;
        // A point takes two fifths of a byte, mostly less.
        let most_bytes =
            move |width: u32| u64::from(width) * u64::from(width) * u64::from(height) / u64::from(whole.max(1)) * 2 / 5;
        let is_lighter = move |width: u32| width * 5 <= whole * 4 && most_bytes(width) <= bytes;
        WIDTHS.into_iter().enumerate().filter(move |(_, width)| is_lighter(*width))
    }
}

impl Photos {
    /// The photographs among these files; what `before` knows of them holds.
    pub fn of(documents: &[Arc<Document>], before: &Self) -> Self {
        let brought = documents.iter().filter(|one| matches!(one.file.layout.kind, Kind::Static(_) | Kind::Asset));
        let mut photos = Self::default();
        for source in brought.map(|document| &document.file.source).filter(|source| is_photo(source)) {
            let known = before.by_source.get(&source.path).filter(|known| Arc::ptr_eq(&known.source, source));
            let photo = known.map_or_else(|| Arc::new(Photo::new(source)), Arc::clone);
            photos.versions.extend((0..WIDTHS.len()).map(|position| (path(source, position), file(&photo, position))));
            photos.by_source.insert(source.path.clone(), photo);
        }
        photos
    }

    /// A version by its path.
    pub fn get(&self, path: &OutputPath) -> Option<&PlannedFile> {
        self.versions.get(path)
    }

    /// Width and height of a picture as it is shown, so that the page does not jump when it arrives.
    pub fn size_of(&self, source: &Source) -> Option<(usize, usize)> {
        let photo = self.by_source.get(&source.path);
        let is_jpeg = || imagesize::image_type(&source.bytes).is_ok_and(|kind| kind == ImageType::Jpeg);
        let shown = match photo {
            Some(photo) => photo.size(),
            None => is_jpeg().then(|| shown_size(&source.bytes)).flatten(),
        };
        let written = || imagesize::blob_size(&source.bytes).ok().map(|size| (size.width, size.height));
        shown.map(|(width, height)| (width as usize, height as usize)).or_else(written)
    }

    /// The versions of a picture that browsers may choose from: their addresses from the top of the site, and widths.
    pub fn versions_of(&self, source: &Source) -> Vec<(Url, u32)> {
        let photo = self.by_source.get(&source.path).into_iter();
        photo.flat_map(|photo| photo.widths()).map(|(position, width)| (path(source, position).url(), width)).collect()
    }

    /// The versions that a finished page names.
    pub fn named_in<'p>(&'p self, html: &'p [u8]) -> impl Iterator<Item = &'p PlannedFile> {
        let places = memmem::find_iter(html, FOLDER).take_while(|_| !self.versions.is_empty());
        places.filter_map(|start| {
            let name = html[start..].split(|byte| b" \",".contains(byte)).next()?;
            self.versions.get(&OutputPath::new(std::str::from_utf8(name).ok()?))
        })
    }
}

fn is_photo(source: &Source) -> bool {
    let name = source.path.file_name().to_ascii_lowercase();
    source.bytes.len() >= FEW_BYTES && [".jpg", ".jpeg"].iter().any(|ending| name.ends_with(ending))
}

fn path(source: &Source, position: usize) -> OutputPath {
    OutputPath::new(format!("{FOLDER}{}-{RECIPE}-{}.jpg", source.fingerprint().short(), WIDTHS[position]))
}

fn file(photo: &Arc<Photo>, position: usize) -> PlannedFile {
    PlannedFile {
        path: path(&photo.source, position),
        contents: Contents::Photo(Arc::clone(photo), position),
        maker: photo.source.path.to_string(),
        place: Some(Place::top(&photo.source.path)),
    }
}
