//! Takes the pictures that README.md shows: `picture SITE OUT`.

use std::{env, fs, path::PathBuf};

use verbatim_journeys::{Browser, Server};

#[tokio::main]
async fn main() {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(site), Some(out)) = (arguments.next(), arguments.next()) else {
        panic!("usage: picture SITE OUT");
    };
    fs::create_dir_all(&out).expect("a folder for the pictures");
    let server = Server::start(site, "/").await;
    let reader = Browser::start(&server).await;
    for (name, path) in [("explorer", ""), ("search", "?q=tangable%20progres")] {
        reader.open(path).await;
        reader.sees("#results > li").await;
        fs::write(out.join(name).with_extension("png"), reader.picture().await)
            .expect("a picture to be written");
    }
    reader.clicks("#results > li a.words").await;
    reader.is_on("statement").await;
    fs::write(out.join("statement.png"), reader.picture().await).expect("a picture to be written");
}
