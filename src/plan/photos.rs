//! Photographs in the widths in which they are shown (site.md, "Markdown"): a phone does not fetch what a camera made.
//!
//! Each is made when somebody wants it, and written only if a page names it.

use std::collections::BTreeMap;
use std::sync::Arc;

use imagesize::ImageType;
use memchr::memmem;

use super::files::{Contents, PlannedFile};
use crate::diagnostics::Place;
use crate::document::{Document, Kind};
use crate::paint::photo::shown_size;
use crate::text::{OutputPath, Source, Url};

/// In points: a column of text on a plain screen, and on one with twice as many.
const WIDTHS: [u32; 2] = [800, 1440];

/// Whatever has fewer bytes comes fast enough.
const FEW_BYTES: usize = 100 * 1024;

/// Where they lie. Their names tell what they were made of, so browsers may keep them for ever.
const FOLDER: &str = "assets/photos/";

/// How wide a picture is in a text, for browsers that choose one: the measure of a page, or a whole screen.
pub const SIZES: &str = "(min-width: 45rem) 43rem, 100vw";

/// All versions that a page may name, by their paths.
pub type Photos = BTreeMap<OutputPath, PlannedFile>;

/// The versions of all photographs that authors bring along.
pub fn plan(documents: &[Arc<Document>]) -> Photos {
    let brought = documents.iter().filter(|one| matches!(one.file.layout.kind, Kind::Static(_) | Kind::Asset));
    let photos = brought.map(|document| &document.file.source).filter(|source| is_photo(source));
    let version = |source: &Arc<Source>, width: u32| {
        let path = path(source, width);
        let file = PlannedFile {
            path: path.clone(),
            contents: Contents::Photo(Arc::clone(source), width),
            maker: source.path.to_string(),
            place: Some(Place::top(&source.path)),
        };
        (path, file)
    };
    photos.flat_map(|source| WIDTHS.map(|width| version(source, width))).collect()
}

fn is_photo(source: &Source) -> bool {
    let name = source.path.file_name().to_ascii_lowercase();
    source.bytes.len() >= FEW_BYTES && [".jpg", ".jpeg"].iter().any(|ending| name.ends_with(ending))
}

fn path(source: &Source, width: u32) -> OutputPath {
    OutputPath::new(format!("{FOLDER}{}-{width}.jpg", source.fingerprint().short()))
}

/// Width and height of a picture as it is shown, so that the page does not jump when it arrives.
pub fn size(source: &Source) -> Option<(usize, usize)> {
    let bytes = &source.bytes;
    if imagesize::image_type(bytes).is_ok_and(|kind| kind == ImageType::Jpeg) {
        return shown_size(bytes).map(|(width, height)| (width as usize, height as usize));
    }
    imagesize::blob_size(bytes).ok().map(|size| (size.width, size.height))
}

/// The versions of a picture that are clearly smaller than itself: their addresses from the top of the site, and their
/// widths.
pub fn versions(photos: &Photos, source: &Source) -> Vec<(Url, u32)> {
    if !is_photo(source) {
        return Vec::new();
    }
    let whole = shown_size(&source.bytes).map_or(0, |(width, _)| width);
    let smaller = WIDTHS.into_iter().filter(|width| width * 5 <= whole * 4);
    let versions = smaller.map(|width| (path(source, width), width)).filter(|(path, _)| photos.contains_key(path));
    versions.map(|(path, width)| (path.url(), width)).collect()
}

/// The versions that a finished page names.
pub fn named_in<'p>(photos: &'p Photos, html: &'p [u8]) -> impl Iterator<Item = &'p PlannedFile> {
    let places = memmem::find_iter(html, FOLDER).take_while(|_| !photos.is_empty());
    places.filter_map(|start| {
        let name = html[start..].split(|byte| b" \",".contains(byte)).next()?;
        photos.get(&OutputPath::new(std::str::from_utf8(name).ok()?))
    })
}
