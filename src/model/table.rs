//! Indices by id, however many there are.

/// Where a table has no index.
const FREE: usize = usize::MAX;

/// A hash table of indices; whoever has the ids says which id an index has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Table {
    /// By hash the index of an id, or of another with such a hash; [`FREE`] where there is none. At most half full.
    slots: Vec<usize>,
    count: usize,
}

impl Table {
    /// The index of an id.
    #[inline(never)]
    pub fn find<'a>(&self, id: &str, ids: &dyn Fn(usize) -> &'a str) -> Option<usize> {
        self.slots.get(self.slot(id, ids)).copied().filter(|index| *index != FREE)
    }

    /// The index of an id; the one that it gets, where it is new.
    #[inline(never)]
    pub fn add<'a>(&mut self, id: &str, index: usize, ids: &dyn Fn(usize) -> &'a str) -> usize {
        if self.count * 2 >= self.slots.len() {
            let free = vec![FREE; (self.slots.len() * 2).max(16)];
            for index in std::mem::replace(&mut self.slots, free) {
                if index != FREE {
                    let slot = self.slot(ids(index), ids);
                    self.slots[slot] = index;
                }
            }
        }
        let slot = self.slot(id, ids);
        if self.slots[slot] == FREE {
            self.slots[slot] = index;
            self.count += 1;
        }
        self.slots[slot]
    }

    /// Where an id stands, or would. By FNV-1a.
    #[inline(never)]
    fn slot<'a>(&self, id: &str, ids: &dyn Fn(usize) -> &'a str) -> usize {
        // Their number is a power of two.
        let last = self.slots.len().wrapping_sub(1);
        let mut slot = mix(0, id) as usize & last;
        while self.slots.get(slot).is_some_and(|index| *index != FREE && ids(*index) != id) {
            slot = (slot + 1) & last;
        }
        slot
    }
}

/// A hash with a text in it (FNV-1a), and where the text ends.
#[inline(never)]
pub(crate) fn mix(hash: u64, text: &str) -> u64 {
    let start = hash ^ 0xcbf2_9ce4_8422_2325;
    text.bytes()
        .chain([0xff])
        .fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
