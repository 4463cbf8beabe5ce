//! The head of a card: whose it is, how much it counts, what it is tied to.

use super::{Dato, Meta, Modulo, Risultati, tratti};
use crate::lingua;
use crate::model::{Ambito, Conta, Esito, Nodo, Quota, RegolaPesi, Settore};

impl Modulo<'_> {
    pub(super) fn dati(&self) -> Vec<Dato> {
        let obiettivo = self.obiettivo;
        let settore = self.ciclo.settore_di(obiettivo);
        let mut dati = match &obiettivo.ambito {
            Ambito::Struttura => vec![dato(
                &self.parole.comune.settore,
                self.parole.comune.tutti_i_settori.as_str(),
            )],
            Ambito::Settore { .. } => settore
                .map(|settore| self.di_settore(settore))
                .into_iter()
                .collect(),
            Ambito::Condiviso(quote) => quote.iter().map(|quota| self.quota(quota)).collect(),
        };
        let ufficio = settore.zip(obiettivo.ambito.ufficio());
        let ufficio = ufficio.and_then(|(settore, codice)| settore.ufficio(codice));
        dati.extend(ufficio.map(|ufficio| dato(&self.parole.comune.ufficio, &ufficio.nome)));
        let responsabile = obiettivo.risponde(settore);
        if !matches!(obiettivo.ambito, Ambito::Condiviso(_)) {
            dati.extend(responsabile.map(|chi| dato(&self.parole.comune.responsabile, &chi.0)));
        }
        dati.extend(self.peso());
        dati.extend(
            obiettivo
                .anni
                .map(|anni| dato(&self.parole.comune.anno, anni.to_string())),
        );
        dati.extend(obiettivo.annualita.map(|anni| {
            dato(
                &self.parole.scheda.annualita,
                self.parole.scheda.annualita_di.con(&[
                    ("n", &anni.corrente().to_string()),
                    ("totale", &anni.totale().to_string()),
                ]),
            )
        }));
        if !obiettivo.tipi.is_empty() {
            let tipi = lingua::tipi(&obiettivo.tipi, self.parole);
            dati.push(dato(&self.parole.comune.tipo, tipi));
        }
        dati.extend(self.legami());
        dati.extend(self.grado());
        dati
    }

    /// What was validated, for the whole objective or settore by settore, and by whom.
    fn grado(&self) -> Vec<Dato> {
        if self.risultati == Risultati::DaCompilare || !self.obiettivo.ha_valutazioni() {
            return Vec::new();
        }
        let regole = &self.ciclo.regole;
        let detto = match &self.obiettivo.risultato.esito {
            Esito::Unico(valutazione) => lingua::giudizio(*valutazione, regole, self.parole),
            Esito::PerSettore(gradi) => {
                let settori = self.ciclo.settori.iter();
                let gradi = settori.filter_map(|settore| {
                    let valutazione = *gradi.get(&settore.codice)?;
                    let detto = lingua::giudizio(Some(valutazione), regole, self.parole);
                    Some(format!("{}: {detto}", settore.nome_breve))
                });
                gradi.collect::<Vec<_>>().join("; ")
            }
        };
        let validatore = regole.validatore.as_ref();
        let validatore = validatore.map(|chi| dato(&self.parole.scheda.valutato_da, chi));
        let grado = dato(&self.parole.scheda.grado_di_raggiungimento, detto);
        std::iter::once(grado).chain(validatore).collect()
    }

    fn peso(&self) -> Option<Dato> {
        let pesi = self.ciclo.regole.pesi;
        let peso = match self.obiettivo.conta {
            Conta::Peso(peso) if self.obiettivo.conta_da_solo() => {
                let mut detto = lingua::peso(peso.valore(), pesi, self.parole);
                if pesi.regola == RegolaPesi::Riproporzionati {
                    detto = self
                        .parole
                        .scheda
                        .peso_riproporzionato
                        .con(&[("peso", &detto)]);
                }
                detto
            }
            Conta::Peso(peso) => {
                let peso = lingua::numero(peso.valore(), self.parole);
                self.parole.scheda.peso_della_parte.con(&[("peso", &peso)])
            }
            Conta::Condizione => self.parole.scheda.condizione_annulla.to_string(),
            Conta::SenzaPeso => return None,
        };
        Some(dato(&self.parole.comune.peso, peso))
    }

    fn quota(&self, quota: &Quota) -> Dato {
        let settore = self.ciclo.settore(&quota.settore);
        let chi = quota
            .responsabile
            .as_ref()
            .or_else(|| self.obiettivo.risponde(settore));
        let nome = settore.map_or_else(
            || quota.settore.to_string(),
            |settore| lingua::nome_intero(settore, self.parole),
        );
        let detto = [
            Some(format!(
                "{nome}: {}",
                lingua::percentuale(quota.parte, self.parole)
            )),
            chi.map(|chi| chi.0.clone()),
            quota.dal.map(|dal| lingua::dal(dal, self.parole)),
            quota.al.map(|al| lingua::fino_al(al, self.parole)),
        ];
        let detto: Vec<String> = detto.into_iter().flatten().collect();
        Dato {
            meta: Some(Meta::Settore(quota.settore.clone())),
            ..dato(&self.parole.scheda.quota, detto.join(", "))
        }
    }

    fn legami(&self) -> Vec<Dato> {
        let legami = &self.obiettivo.legami;
        let dup = legami.dup.as_ref();
        let mut dati: Vec<Dato> = dup
            .map(|dup| dato(&self.parole.scheda.dup, dup))
            .into_iter()
            .collect();
        let nodi = self.ciclo.sopra(&legami.sotto).into_iter();
        dati.extend(nodi.map(|nodo| Dato {
            meta: Some(Meta::Programmazione),
            ..dato(&lingua::iniziale_maiuscola(&nodo.livello), detto(nodo))
        }));
        if let Some(codice) = &legami.parte_di {
            let intero = self.ciclo.scheda(codice);
            let titolo = intero.map_or_else(|| codice.to_string(), |o| o.titolo.clone());
            dati.push(Dato {
                meta: Some(Meta::Obiettivo(codice.clone())),
                ..dato(&self.parole.scheda.fa_parte_di, titolo)
            });
        }
        dati
    }

    fn di_settore(&self, settore: &Settore) -> Dato {
        let nome = settore.nome_distinto();
        let voce = lingua::tipo_unita(settore.tipo, self.parole);
        let voce = voce.unwrap_or(self.parole.scheda.unita_organizzativa.as_str());
        Dato {
            meta: Some(Meta::Settore(settore.codice.clone())),
            ..dato(voce, nome)
        }
    }
}

fn detto(nodo: &Nodo) -> String {
    format!("{} {}", nodo.codice, nodo.titolo)
}

fn dato(nome: &str, valore: impl Into<String>) -> Dato {
    Dato {
        nome: nome.to_owned(),
        valore: tratti(valore),
        meta: None,
    }
}
