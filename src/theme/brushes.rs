use std::collections::BTreeMap;
use std::sync::Arc;

use super::load::built_in;
use crate::diagnostics::{Code, Diagnostic, Place, Report};
use crate::paint::{Brushes, Color, Colors, Font};
use crate::text::SourcePath;

/// Collects what cards are painted with: two fonts in `card/` of a theme, and the colours of its style sheets.
#[derive(Default)]
pub struct Collector {
    title: Option<Font>,
    text: Option<Font>,
    style_sheets: Vec<Arc<[u8]>>,
}

impl Collector {
    /// Adds what one theme has. The themes come in the order in which they count, the site's own first.
    pub fn add(&mut self, report: &mut Report, theme: &str, files: &BTreeMap<String, Arc<[u8]>>) {
        for (name, font) in [("card/title.ttf", &mut self.title), ("card/text.ttf", &mut self.text)] {
            let Some(bytes) = files.get(name).filter(|_| font.is_none()) else { continue };
            *font = Font::read(Arc::clone(bytes));
            if font.is_none() {
                let message = format!("\"{name}\" must be a TrueType or OpenType font");
                let place = Place::top(&SourcePath::new(format!("themes/{theme}/{name}")));
                report.add(Diagnostic::new(Code::WrongType, message, place));
            }
        }
        let style_sheets = files.iter().filter(|(path, _)| path.starts_with("static/") && path.ends_with(".css"));
        self.style_sheets.extend(style_sheets.map(|(_, bytes)| Arc::clone(bytes)));
    }

    /// What was found; what no theme has is that of the default one.
    pub fn finish(mut self) -> Brushes {
        self.add(&mut Report::new(), "faden", built_in());
        let color = |token: &str| {
            let mut found = self.style_sheets.iter().filter_map(|css| color(&String::from_utf8_lossy(css), token));
            found.next().expect("the default theme has every colour")
        };
        let colors = Colors {
            paper: color("paper"),
            ink: color("ink"),
            quiet: color("ink-quiet"),
            rule: color("rule"),
            thread: color("thread"),
        };
        let font = |font: Option<Font>| font.expect("the default theme has both fonts");
        Brushes { title: font(self.title), text: font(self.text), colors }
    }
}

/// The colour that a style sheet sets a token to, in light: the first one in `--token: light-dark(#fbf9f4, #181613);`.
/// `None` if that is written in another way than `#rrggbb` or `#rgb`.
fn color(css: &str, token: &str) -> Option<Color> {
    let name = format!("--{token}:");
    let mut values = css.match_indices(&name).map(|(at, _)| &css[at + name.len()..]);
    values.find_map(|value| {
        let value = value.split([';', '}']).next()?;
        let (_, digits) = value.split_once('#')?;
        hexadecimal(digits.split(|letter: char| !letter.is_ascii_hexdigit()).next()?)
    })
}

fn hexadecimal(digits: &str) -> Option<Color> {
    let long = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    let part = |part: usize| u8::from_str_radix(&long[2 * part..2 * part + 2], 16).ok();
    Some(Color([part(0)?, part(1)?, part(2)?]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_light_paper() {
        let css = ":root { --paper: light-dark(#fbf9f4, #181613); --ink:#123; --thread: oklch(50% 0.2 30); }\n\
                   .dark { --thread: #ff7f69 }";
        assert_eq!(color(css, "paper"), Some(Color([0xfb, 0xf9, 0xf4])));
        assert_eq!(color(css, "ink"), Some(Color([0x11, 0x22, 0x33])));
        assert_eq!(color(css, "thread"), Some(Color([0xff, 0x7f, 0x69])));
        assert_eq!(color(css, "rule"), None);
    }

    #[test]
    fn the_default_theme_has_everything() {
        let mut report = Report::new();
        let colors = Collector::default().finish().colors;
        assert_eq!(colors.paper, Color([0xfb, 0xf9, 0xf4]));
        let broken = BTreeMap::from([("card/title.ttf".to_owned(), Arc::from(&b"no font"[..]))]);
        Collector::default().add(&mut report, "ours", &broken);
        assert_eq!(report.diagnostics().len(), 1);
    }
}
