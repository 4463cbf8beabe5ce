//! A workbook that anybody may have made: read, compared with what was asked, and if it passes written into the
//! results.
//!
//! The first byte chooses: the bytes of a whole archive, the `content.xml` of an `.ods`, or one entry of the workbook
//! that the exporter makes. Entries are packed here, so that what changes is their XML and not the archive's sums.
#![no_main]

use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::sync::LazyLock;

use griglia::check;
use griglia::raccolta::modulo::{FileRisultati, Modulo, Scritti};
use griglia::raccolta::{esame, lettura, scrittura, xlsx};
use griglia::source::{self, Content};
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// What is asked of the settore tecnico of the project of the tests.
struct Chiesto {
    content: Content,
    scritti: Scritti,
    modulo: Modulo,
    /// The entries of its workbook.
    voci: Vec<(String, Vec<u8>)>,
}

static CHIESTO: LazyLock<Chiesto> = LazyLock::new(|| {
    let content = source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/progetto")).unwrap();
    let verdetto = check::check(&content, &|_| true);
    let ente = verdetto.enti.first().unwrap();
    let ciclo = ente.cicli.first().unwrap();
    let risultati = |path: &str| path.contains("/risultati/");
    let file = content.sources.iter().filter(|file| risultati(&file.path));
    let file: Vec<FileRisultati> =
        file.filter_map(|file| FileRisultati::nuovo(file.path.clone(), file.text.clone())).collect();
    let cartella = file.first().unwrap().percorso.rsplit_once('/').unwrap().0.to_owned();
    let scritti = Scritti { cartella, file };
    let settore = ciclo.settori.iter().find(|settore| settore.codice.as_str() == "tecnico");
    let modulo = Modulo::nuovo(ente, ciclo, settore, &scritti);
    assert!(!modulo.vuoto());
    let voci = voci(&xlsx::scrivi(&modulo).unwrap());
    Chiesto { content, scritti, modulo, voci }
});

fuzz_target!(|data: &[u8]| {
    let Some((which, data)) = data.split_first() else { return };
    let chiesto = &*CHIESTO;
    let bytes = match char::from(*which) {
        '*' => data.to_vec(),
        '@' => pack(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
            ("META-INF/manifest.xml", b"<manifest/>".as_slice()),
            ("content.xml", data),
        ]),
        _ => {
            let replaced = usize::from(which.wrapping_sub(b'a')) % chiesto.voci.len();
            let voci = chiesto.voci.iter().enumerate();
            let voci = voci.map(|(n, (name, bytes))| (name.as_str(), if n == replaced { data } else { bytes }));
            pack(&voci.collect::<Vec<_>>())
        }
    };
    let libro = match lettura::leggi(&bytes) {
        Ok(libro) => libro,
        Err(difetto) => {
            assert!(!difetto.messaggio.is_empty());
            return;
        }
    };
    let esame = esame::esamina(&chiesto.modulo, &libro);
    let Ok(nuovi) = scrittura::applica(&chiesto.scritti, &esame.cambi) else { return };
    let di = &chiesto.modulo.di;
    let _ = scrittura::controlla(&chiesto.content, &di.ente, &di.ciclo, &nuovi, &esame.cambi);
});

fn pack(voci: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archivio = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in voci {
        archivio.start_file(*name, stored).unwrap();
        archivio.write_all(bytes).unwrap();
    }
    archivio.finish().unwrap().into_inner()
}

fn voci(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archivio = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let numbers = 0..archivio.len();
    let voci = numbers.map(|number| {
        let mut voce = archivio.by_index(number).unwrap();
        let mut bytes = Vec::new();
        voce.read_to_end(&mut bytes).unwrap();
        (voce.name().unwrap().into_owned(), bytes)
    });
    voci.collect()
}
