//! Takes the pictures that README.md shows: `picture SITE OUT`.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use verbatim_journeys::{Browser, Server};

/// The pictures of the explorer: what each is called, its address, and what must be there before it is taken.
const PICTURES: &[(&str, &str, &str)] = &[
    ("explorer", "", "#results > li"),
    ("people", "?view=people", ".voices tbody tr"),
    ("article", "?view=article", ".story mark"),
];

#[tokio::main]
async fn main() {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(site), Some(out)) = (arguments.next(), arguments.next()) else {
        panic!("usage: picture SITE OUT");
    };
    fs::create_dir_all(&out).expect("a folder for the pictures");
    let server = Server::start(site, "/").await;
    let reader = Browser::start(&server).await;
    for (name, path, shown) in PICTURES {
        reader.open(path).await;
        reader.sees(shown).await;
        save(&reader, &out, name).await;
    }
    reader.open("?q=tangible%20progress").await;
    reader.clicks("#results > li a.words").await;
    reader.is_on("statement").await;
    save(&reader, &out, "statement").await;
}

async fn save(reader: &Browser, out: &Path, name: &str) {
    let picture = reader.picture().await;
    fs::write(out.join(name).with_extension("png"), picture).expect("a picture to be written");
}
