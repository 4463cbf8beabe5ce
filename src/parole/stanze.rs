//! Rooms of words: as they are written in a file, and as they are read. Which there are is [`tavola`].

#![allow(
    unreachable_pub,
    clippy::struct_field_names,
    reason = "`form!` makes public forms, these are for this room alone; a word is called what it says"
)]

/// Declares the rooms: as they are written in a file, and as they are read. Rooms with the same words are one type.
macro_rules! stanze {
    ($( $( $(#[$about:meta])* $stanza:ident ),+ : $Stanza:ident / $Scritta:ident { $($parola:ident),+ $(,)? } )+) => {
        form! {
            /// A file of words.
            pub struct ParoleScritte {
                $( $( $(#[$about])* $stanza: $Scritta = "Le parole di una stanza: una pagina, o una parte che molte hanno.", )+ )+
            }
        }

        /// The words of a language, room by room.
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
        pub struct Stanze {
            $( $( $(#[$about])* pub(crate) $stanza: $Stanza, )+ )+
        }

        impl Stanze {
            /// A file that has all the words; notes those that it lacks.
            pub(in crate::parole) fn leggi(scritte: &ParoleScritte, lettura: &mut Lettura) -> Option<Self> {
                $( $( let $stanza = match &scritte.$stanza {
                    Some(scritta) => $Stanza::leggi(scritta, lettura),
                    None => {
                        lettura.manca(stringify!($stanza), &scritte.about);
                        None
                    }
                }; )+ )+
                Some(Self { $( $( $stanza: $stanza?, )+ )+ })
            }

            /// These words with those of a file laid over them.
            pub(in crate::parole) fn sopra(self, scritte: &ParoleScritte, lettura: &mut Lettura) -> Self {
                Self { $( $( $stanza: self.$stanza.sopra(scritte.$stanza.as_ref(), lettura), )+ )+ }
            }
        }

        $(
            form! {
                $( $(#[$about])* )+
                pub struct $Scritta {
                    $( $parola: Scritto = "Una parola o una frase; fra parentesi graffe i posti che si riempiono.", )+
                }
            }

            $( $(#[$about])* )+
            #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
            pub(crate) struct $Stanza {
                $( pub(crate) $parola: Testo, )+
            }

            impl $Stanza {
                fn leggi(scritta: &$Scritta, lettura: &mut Lettura) -> Option<Self> {
                    $( let $parola = lettura.dovuta(
                        scritta.$parola.as_ref(),
                        stringify!($parola),
                        &scritta.about,
                    ); )+
                    Some(Self { $( $parola: $parola?, )+ })
                }

                fn sopra(self, scritta: Option<&$Scritta>, lettura: &mut Lettura) -> Self {
                    Self { $( $parola: lettura.sopra(
                        scritta.and_then(|scritta| scritta.$parola.as_ref()),
                        &self.$parola,
                    ), )+ }
                }
            }
        )+
    };
}

mod tavola;

pub(super) use tavola::ParoleScritte;
pub(crate) use tavola::{Mesi, Stanze};
