use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Index;

/// Names one `T` of one handbook; reaches no output.
pub struct Id<T>(u32, PhantomData<fn() -> T>);

/// All things of one kind, in the order of their names.
#[derive(Debug, Clone)]
pub struct Table<T>(Vec<T>);

impl<T> Table<T> {
    /// An empty table.
    #[must_use]
    pub fn new() -> Self {
        Self(Vec::new())
    }

    /// The id of the thing that is added next.
    #[must_use]
    pub fn next_id(&self) -> Id<T> {
        let index = u32::try_from(self.0.len()).expect("a handbook has fewer than four thousand million pages");
        Id(index, PhantomData)
    }

    /// Adds a thing and gives its id.
    pub fn add(&mut self, thing: T) -> Id<T> {
        let id = self.next_id();
        self.0.push(thing);
        id
    }

    /// All things.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// All things with their ids.
    pub fn entries(&self) -> impl Iterator<Item = (Id<T>, &T)> {
        (0..).zip(&self.0).map(|(index, thing)| (Id(index, PhantomData), thing))
    }

    /// All ids.
    pub fn ids(&self) -> impl Iterator<Item = Id<T>> + use<T> {
        let count = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        (0..count).map(|index| Id(index, PhantomData))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
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
        &self.0[id.0 as usize]
    }
}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
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
