//! What is around pages, made once for all that lie in the same spot.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;
use tera::{Context, Tera, TeraResult, Value};

use crate::view::{Frame, Html, Page, Site, Spot};

/// The frames of one language by the spots that they are for.
pub struct Frames {
    /// The addresses that the menus lead to.
    menus: BTreeSet<String>,
    made: Mutex<FxHashMap<Spot, Value>>,
}

impl Frames {
    /// None yet, for a language whose pages have this in common.
    pub fn new(site: &Site) -> Self {
        let parts = site.menu.iter().map(|item| &item.href);
        let roles = site.roles.iter().map(|role| &role.href);
        let pages = site.pages.iter().map(|page| &page.href);
        let menus = [&site.home.href].into_iter().chain(parts).chain(roles).chain(pages).cloned().collect();
        Self { menus, made: Mutex::default() }
    }

    /// The frame of a page as templates see it. May be called from many threads; which of them makes it changes nothing.
    ///
    /// # Errors
    /// If a component of the frame does not work.
    pub fn of(&self, tera: &Tera, site: &Value, page: &Page) -> TeraResult<Value> {
        let spot = self.spot(page);
        let known = self.made.lock().unwrap_or_else(PoisonError::into_inner).get(&spot).cloned();
        if let Some(frame) = known {
            return Ok(frame);
        }
        let frame = Value::from_serializable(&make(tera, site, &spot)?);
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(spot, frame.clone());
        Ok(frame)
    }

    fn spot(&self, page: &Page) -> Spot {
        let here = if self.menus.contains(&page.href) { page.href.clone() } else { String::new() };
        Spot { root: page.root.clone(), part: page.part.clone(), here }
    }
}

fn make(tera: &Tera, site: &Value, spot: &Spot) -> TeraResult<Frame> {
    let spot = Value::from_serializable(spot);
    let [head, brand, menu, footer, keys] = Frame::COMPONENTS.map(|component| part(tera, component, site, &spot));
    Ok(Frame { head: head?, brand: brand?, menu: menu?, footer: footer?, keys: keys? })
}

/// What a component of the frame makes, with what it asks for; nothing in a theme that does without it.
fn part(tera: &Tera, component: &str, site: &Value, spot: &Value) -> TeraResult<Html> {
    let Some(info) = tera.get_component_definition(component) else { return Ok(Html::default()) };
    let mut given = Context::new();
    for (name, value) in [("site", site), ("spot", spot)] {
        if info.rest_param().is_some() || info.args().iter().any(|argument| argument.name() == name) {
            given.insert_value(name, value.clone());
        }
    }
    tera.render_component(component, &given, None, true).map(Html)
}
