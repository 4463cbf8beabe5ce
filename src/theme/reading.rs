//! Values out of forms laid one over the other, and the problems met on the way.
//!
//! Nothing stops at a value that is wrong: it is noted, and the next one is read.

use std::collections::BTreeMap;

use super::value;
use crate::check::aspetto::{GenereAspetto, Misura};
use crate::check::{Forma, Genere, Problema};
use crate::layout::Colour;
use crate::source::form::{Keyed, Scritto};
use crate::source::{Fault, Place};

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Placed<T> {
    pub(super) value: T,
    pub(super) place: Place,
}

/// A key of a form.
pub(super) struct Key<T, V> {
    pub(super) name: &'static str,
    pub(super) of: fn(&T) -> Option<&V>,
}

/// A key of a form by its name: `key!(colore)`.
macro_rules! key {
    ($name:ident) => {
        $crate::theme::reading::Key {
            name: stringify!($name),
            of: |form| form.$name.as_ref(),
        }
    };
}
pub(super) use key;

/// A group of keys as several files write it, the one that counts most first.
pub(super) struct Group<'a, T> {
    /// As messages call it: *`titoli.livello_1`*.
    name: &'static str,
    forms: Vec<&'a T>,
    /// Where it is missing what no file says.
    place: Place,
    /// What messages call the place that it is missing in.
    forma: Forma,
}

impl<'a, T> Group<'a, T> {
    /// The whole of some files, the one that counts most first; `None` without any.
    pub(super) fn whole(forms: &'a [T]) -> Option<Self>
    where
        T: Keyed,
    {
        Self::whole_of(forms, Forma::Aspetto)
    }

    /// The whole of some files of another kind.
    pub(super) fn whole_of(forms: &'a [T], forma: Forma) -> Option<Self>
    where
        T: Keyed,
    {
        let place = forms.last()?.about().posto.clone();
        Some(Self {
            name: "",
            forms: forms.iter().collect(),
            place,
            forma,
        })
    }

    /// What the file that counts most says of a key, among those that say something.
    fn first<V>(&self, key: &Key<T, V>) -> Option<&'a V> {
        self.forms.iter().find_map(|form| (key.of)(form))
    }
}

/// The name of a colour: its group and its key.
pub(super) type ColourName = (&'static str, &'static str);

/// The colours that have been read.
pub(super) type Palette = BTreeMap<ColourName, Placed<Colour>>;

/// Whether the trouble with a key has been noted: that it is missing is not to be told as well.
pub(super) fn told(form: &impl Keyed, key: &str) -> bool {
    let about = form.about();
    let vuote = about.vuote().iter().map(|vuota| &vuota.testo);
    about
        .gia_dette()
        .iter()
        .chain(vuote)
        .any(|told| told == key)
}

/// What has been noted so far.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) problemi: Vec<Problema>,
    pub(super) palette: Palette,
}

impl Reading {
    pub(super) fn note(&mut self, place: &Place, genere: Genere) {
        self.problemi.push(Problema {
            luogo: Some(place.clone()),
            genere,
        });
    }

    pub(super) fn aspetto(&mut self, place: &Place, genere: GenereAspetto) {
        self.note(place, Genere::Aspetto(genere));
    }

    pub(super) fn faults(&mut self, faults: Vec<Fault>) {
        for fault in faults {
            self.note(&fault.place, Genere::Lettura(fault.kind));
        }
    }

    /// Notes the keys of a form that say nothing: a colour without quotes is a comment.
    pub(super) fn empty_keys(&mut self, form: &impl Keyed) {
        for key in form.about().vuote() {
            let chiave = key.testo.clone();
            self.aspetto(&key.luogo, GenereAspetto::VoceVuota { chiave });
        }
    }

    /// What is written at a key; notes it if there is nothing.
    pub(super) fn written<'a, T: Keyed, V>(
        &mut self,
        group: &Group<'a, T>,
        key: &Key<T, V>,
    ) -> Option<&'a V> {
        let written = group.first(key);
        if written.is_none() && !group.forms.iter().any(|form| told(*form, key.name)) {
            self.missing(&group.place, key.name, group.forma);
        }
        written
    }

    /// Notes that a key is missing.
    pub(super) fn missing(&mut self, place: &Place, chiave: &'static str, forma: Forma) {
        self.note(place, Genere::ChiaveMancante { chiave, forma });
    }

    /// A group within a group.
    pub(super) fn group<'a, T: Keyed, V: Keyed>(
        &mut self,
        outer: &Group<'a, T>,
        name: &'static str,
        key: &Key<T, V>,
    ) -> Option<Group<'a, V>> {
        self.written(outer, key)?;
        let forms: Vec<&V> = outer
            .forms
            .iter()
            .filter_map(|form| (key.of)(form))
            .collect();
        for form in &forms {
            self.empty_keys(*form);
        }
        let place = forms.last()?.about().posto.clone();
        Some(Group {
            name,
            forms,
            place,
            forma: Forma::GruppoAspetto,
        })
    }

    /// A measure: pt, or a bare number where lines are counted in sizes.
    pub(super) fn measure<T: Keyed>(
        &mut self,
        group: &Group<'_, T>,
        key: &Key<T, Scritto>,
        misura: Misura,
    ) -> Option<Placed<f64>> {
        let scritto = self.written(group, key)?;
        self.measured(scritto, misura)
    }

    /// A measure that has been found.
    pub(super) fn measured(&mut self, scritto: &Scritto, misura: Misura) -> Option<Placed<f64>> {
        let read = match misura {
            Misura::Interlinea => value::number(&scritto.testo),
            _ => value::length(&scritto.testo),
        };
        let testo = scritto.testo.clone();
        let Some(value) = read else {
            let scritto_male = GenereAspetto::MisuraNonValida {
                scritto: testo,
                misura,
            };
            self.aspetto(&scritto.luogo, scritto_male);
            return None;
        };
        let (least, most) = misura.limiti();
        if !(least..=most).contains(&value) {
            let fuori = GenereAspetto::MisuraFuoriLimiti {
                scritto: testo,
                misura,
            };
            self.aspetto(&scritto.luogo, fuori);
            return None;
        }
        let place = scritto.luogo.clone();
        Some(Placed { value, place })
    }

    /// A colour, which joins the palette.
    pub(super) fn colour<T: Keyed>(
        &mut self,
        group: &Group<'_, T>,
        key: &Key<T, Scritto>,
    ) -> Option<Colour> {
        let scritto = self.written(group, key)?;
        let Some(value) = value::colour(&scritto.testo) else {
            let scritto_male = GenereAspetto::ColoreNonValido {
                scritto: scritto.testo.clone(),
            };
            self.aspetto(&scritto.luogo, scritto_male);
            return None;
        };
        let place = scritto.luogo.clone();
        let name = (group.name, key.name);
        self.palette.insert(name, Placed { value, place });
        Some(value)
    }
}
