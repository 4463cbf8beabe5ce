//! Which objectives stand beside which: looked up once for a whole ente, because each of ten thousand pages asks.

use std::collections::BTreeMap;

use crate::model::{Ciclo, Codice, Ente, Obiettivo};

/// A card by its ciclo and its code.
type Chiave<'a> = (&'a Codice, &'a Codice);

/// The neighbours and the parts of every objective of an ente.
#[derive(Debug, Default)]
pub(super) struct Accanto<'a> {
    precedenti: BTreeMap<Chiave<'a>, &'a Obiettivo>,
    successivi: BTreeMap<Chiave<'a>, &'a Obiettivo>,
    parti: BTreeMap<Chiave<'a>, Vec<&'a Obiettivo>>,
}

impl<'a> Accanto<'a> {
    /// Of the plans in force.
    pub(super) fn di(ente: &'a Ente) -> Self {
        let mut accanto = Self::default();
        for ciclo in &ente.cicli {
            accanto.aggiungi(ciclo);
        }
        accanto
    }

    fn aggiungi(&mut self, ciclo: &'a Ciclo) {
        let mut ultimi: BTreeMap<Option<&Codice>, &'a Obiettivo> = BTreeMap::new();
        for obiettivo in &ciclo.obiettivi {
            let chiave = (&ciclo.codice, &obiettivo.codice);
            if let Some(prima) = ultimi.insert(obiettivo.ambito.settore(), obiettivo) {
                self.precedenti.insert(chiave, prima);
                self.successivi
                    .insert((&ciclo.codice, &prima.codice), obiettivo);
            }
            if let Some(intero) = &obiettivo.legami.parte_di {
                let parti = self.parti.entry((&ciclo.codice, intero)).or_default();
                parti.push(obiettivo);
            }
        }
    }

    /// The one before it in its settore, in the order of the plan. One that left the plan has none.
    pub(super) fn precedente(&self, ciclo: &Ciclo, obiettivo: &Obiettivo) -> Option<&'a Obiettivo> {
        let chiave = (&ciclo.codice, &obiettivo.codice);
        self.precedenti.get(&chiave).copied()
    }

    /// The one after it.
    pub(super) fn successivo(&self, ciclo: &Ciclo, obiettivo: &Obiettivo) -> Option<&'a Obiettivo> {
        let chiave = (&ciclo.codice, &obiettivo.codice);
        self.successivi.get(&chiave).copied()
    }

    /// The objectives that are parts of it.
    pub(super) fn parti<'b>(
        &'b self,
        ciclo: &'b Ciclo,
        obiettivo: &'b Obiettivo,
    ) -> &'b [&'b Obiettivo] {
        let chiave = (&ciclo.codice, &obiettivo.codice);
        self.parti.get(&chiave).map_or(&[], Vec::as_slice)
    }
}
