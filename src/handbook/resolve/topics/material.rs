//! What a module brings along: files of `static/` and web addresses.

use std::sync::Arc;

use super::read::TopicReader;
use super::texts::words;
use crate::at;
use crate::diagnostics::{Code, Diagnostic, Edit, nearest};
use crate::document::File;
use crate::document::module::{MaterialFront, ModuleFront, ModuleTranslation};
use crate::handbook::module::{Material, Target};
use crate::handbook::resolve::documents::Sheet;

impl<'a> TopicReader<'_, 'a> {
    pub(super) fn check_material(&mut self, file: &File, index: usize, material: &MaterialFront) {
        if material.url.is_none() && material.file.is_none() {
            let place = file.key(&at!["materials", index, "url"]);
            let missing = Diagnostic::new(Code::MissingKey, "\"url\" is missing in materials", place);
            self.report.add(missing.help("give \"url\" or \"file\""));
        }
        if let Some(name) = &material.file
            && !self.documents.has_static(name)
        {
            let message = format!("file \"{name}\" is not in static/");
            let diagnostic = Diagnostic::new(Code::MissingFile, message, file.value(&at!["materials", index, "file"]));
            // Who writes the folder too is next to right.
            let word = name.trim_start_matches("./").trim_start_matches('/');
            let word = word.strip_prefix("static/").unwrap_or(word);
            let same = self.documents.static_paths().find(|path| *path == word);
            let near = same.or_else(|| nearest(name, self.documents.static_paths()));
            let place = diagnostic.place.clone();
            let edit = |near: &str| Edit { place, replacement: format!("\"{near}\"") };
            self.report.add(diagnostic.did_you_mean(near, edit));
        }
        if let Some(url) = material.url.as_deref().filter(|url| !is_web_address(url)) {
            let message = format!("\"url\" must be a web address, found the text \"{url}\"");
            self.report.add(Diagnostic::new(Code::WrongType, message, file.value(&at!["materials", index, "url"])));
        }
    }
}

/// Whether a text is an address that a browser can follow.
pub fn is_web_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|scheme| lower.len() > scheme.len() && lower.starts_with(scheme))
}

pub(super) fn materials(
    sheet: &mut Sheet<'_>,
    front: &ModuleFront,
    translations: &[Option<&ModuleTranslation>],
) -> Vec<Material> {
    let mut materials = Vec::new();
    for (position, material) in front.materials.iter().enumerate() {
        let target = match (&material.url, &material.file) {
            (_, Some(file)) => Target::File(Arc::from(file.trim_start_matches('/'))),
            (Some(url), None) => Target::Url(Arc::from(url.as_str())),
            (None, None) => continue,
        };
        let title: Arc<str> = Arc::from(&*material.title);
        let title = sheet.translator.field(&at!["materials", "title"], Some(&title), |index| {
            translations[index]?.materials.as_ref()?.get(position).map(|one| Arc::from(&*one.title))
        });
        let kind = material.kind.as_ref().filter(|kind| !kind.trim().is_empty()).map(|kind| Arc::from(&**kind));
        materials.push(Material { title: words(title), target, kind });
    }
    materials
}
