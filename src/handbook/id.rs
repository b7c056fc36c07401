use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Index;
use std::sync::Arc;

/// Names one `T` of one handbook; reaches no output.
pub struct Id<T>(u32, PhantomData<fn() -> T>);

/// All things of one kind, in the order of their names. Two handbooks can share what is the same in both.
#[derive(Debug, Clone)]
pub struct Table<T> {
    things: Vec<Arc<T>>,
    /// The number of the first thing: 0 in a whole table.
    first: u32,
}

impl<T> Table<T> {
    /// An empty table.
    #[must_use]
    pub fn new() -> Self {
        Self { things: Vec::new(), first: 0 }
    }

    /// An empty table for a part of a whole one, which begins with `first` there.
    #[must_use]
    pub fn starting_at(first: Id<T>) -> Self {
        Self { things: Vec::new(), first: first.0 }
    }

    /// The id of the thing that is added next.
    #[must_use]
    pub fn next_id(&self) -> Id<T> {
        let count = u32::try_from(self.things.len()).expect("a handbook has fewer than four thousand million pages");
        Id(self.first + count, PhantomData)
    }

    /// Adds a thing and gives its id.
    pub fn add(&mut self, thing: T) -> Id<T> {
        self.share(Arc::new(thing))
    }

    /// Adds a thing of another table and gives its id.
    pub fn share(&mut self, thing: Arc<T>) -> Id<T> {
        let id = self.next_id();
        self.things.push(thing);
        id
    }

    /// All things, to be shared.
    #[must_use]
    pub fn into_shared(self) -> Vec<Arc<T>> {
        self.things
    }

    /// Whether the things of two tables are alike one by one. Those that both share are, and nobody is asked.
    pub fn is_like(&self, other: &Self, alike: impl Fn(&T, &T) -> bool) -> bool {
        let mut pairs = self.things.iter().zip(&other.things);
        self.things.len() == other.things.len()
            && pairs.all(|(one, other)| Arc::ptr_eq(one, other) || alike(one, other))
    }

    /// All things.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator + Clone {
        self.things.iter().map(|thing| &**thing)
    }

    /// All things with their ids.
    pub fn entries(&self) -> impl Iterator<Item = (Id<T>, &T)> {
        (self.first..).zip(&self.things).map(|(number, thing)| (Id(number, PhantomData), &**thing))
    }

    /// All ids.
    pub fn ids(&self) -> impl Iterator<Item = Id<T>> + use<T> {
        (self.first..self.next_id().0).map(|number| Id(number, PhantomData))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.things.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.things.is_empty()
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Index<Id<T>> for Table<T> {
    type Output = T;

    fn index(&self, id: Id<T>) -> &T {
        &self.things[(id.0 - self.first) as usize]
    }
}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = &'a T;
    type IntoIter = std::iter::Map<std::slice::Iter<'a, Arc<T>>, fn(&'a Arc<T>) -> &'a T>;

    fn into_iter(self) -> Self::IntoIter {
        self.things.iter().map(|thing| thing)
    }
}

// Derived implementations would ask the same of `T`, which is only a name here.

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{}", self.0)
    }
}
