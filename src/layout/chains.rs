//! Many short lists in one place.
//!
//! A long document has a million of them, nearly all of one or two items: as vectors of their own they would take
//! four times the room of what they hold. Owns the order of the items; never looks at them.

/// A list: where it begins and ends among its [`Chains`]. Places count from 1; 0 is nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Chain {
    first: u32,
    last: u32,
}

/// The items of all lists, each with the place of the next one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Chains<T> {
    links: Vec<(T, u32)>,
}

impl<T> Default for Chains<T> {
    fn default() -> Self {
        Self { links: Vec::new() }
    }
}

impl<T: Copy> Chains<T> {
    /// Adds an item at the end of a list.
    pub(super) fn push(&mut self, chain: &mut Chain, item: T) {
        let place = self.add(item, 0);
        match self.link_mut(chain.last) {
            Some((_, next)) => *next = place,
            None => chain.first = place,
        }
        chain.last = place;
    }

    /// Adds an item after those of a list that are smaller, the list being in order.
    pub(super) fn insert(&mut self, chain: &mut Chain, item: T)
    where
        T: Ord,
    {
        let (mut before, mut after) = (0, chain.first);
        while let Some((known, next)) = self.link(after)
            && known < item
        {
            (before, after) = (after, next);
        }
        if after == 0 {
            return self.push(chain, item);
        }
        let place = self.add(item, after);
        match self.link_mut(before) {
            Some((_, next)) => *next = place,
            None => chain.first = place,
        }
    }

    /// The items of a list.
    pub(super) fn items(&self, chain: Chain) -> impl Iterator<Item = T> {
        let mut at = chain.first;
        std::iter::from_fn(move || {
            let (item, next) = self.link(at)?;
            at = next;
            Some(item)
        })
    }

    /// The last item of a list.
    pub(super) fn last(&self, chain: Chain) -> Option<T> {
        self.link(chain.last).map(|(item, _)| item)
    }

    fn add(&mut self, item: T, next: u32) -> u32 {
        self.links.push((item, next));
        u32::try_from(self.links.len()).unwrap_or_default()
    }

    fn link(&self, place: u32) -> Option<(T, u32)> {
        self.links.get(index(place)?).copied()
    }

    fn link_mut(&mut self, place: u32) -> Option<&mut (T, u32)> {
        self.links.get_mut(index(place)?)
    }
}

fn index(place: u32) -> Option<usize> {
    usize::try_from(place).ok()?.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_do_not_mix() {
        let mut chains = Chains::default();
        let (mut one, mut other) = (Chain::default(), Chain::default());
        for item in 0..4 {
            let own = if item % 2 == 0 { &mut one } else { &mut other };
            chains.push(own, item);
        }
        assert!(chains.items(one).eq([0, 2]));
        assert!(chains.items(other).eq([1, 3]));
        assert_eq!(chains.last(Chain::default()), None);
        assert_eq!(chains.items(Chain::default()).count(), 0);
    }

    #[test]
    fn what_comes_late_finds_its_place() {
        let mut chains = Chains::default();
        let mut list = Chain::default();
        for item in [5, 1, 3, 9, 7, 0] {
            chains.insert(&mut list, item);
        }
        chains.push(&mut list, 10);
        assert!(chains.items(list).eq([0, 1, 3, 5, 7, 9, 10]));
    }
}
