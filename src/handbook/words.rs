use std::sync::Arc;

use crate::document::File;
use crate::locale::Localized;

pub use crate::config::Words;

/// Several texts in every language; the lists may differ in length (model.md §0).
pub type WordLists = Localized<Arc<[Arc<str>]>>;

/// For every language the file whose text is shown, if there is one.
pub type Texts = Localized<Option<Arc<File>>>;
