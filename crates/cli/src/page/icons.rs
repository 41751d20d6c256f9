//! The page's icon as pictures, which it is installed with: not every telephone takes a drawing for one.

use std::{fs, path::Path};

use anyhow::{Context, Result, anyhow};
use resvg::{
    tiny_skia::{Color, Pixmap, PixmapPaint, Transform},
    usvg::{Options, Tree},
};

/// A picture of the icon.
#[derive(Debug)]
pub struct Icon {
    /// Its file.
    pub name: String,
    /// How wide and high it is, in pixels.
    pub size: u32,
    /// What the manifest offers it for. None for one that pages link to.
    pub purpose: Option<&'static str>,
}

/// The sizes that Android and desktops ask for, as it is and to be cut to the shape of the other icons; and the one that
/// iOS asks for, which rounds it itself.
const ICONS: [(u32, Option<&str>); 4] =
    [(192, Some("any")), (512, Some("any")), (512, Some("maskable")), (180, None)];

/// Draws the icon `svg` of `dist` in all sizes.
///
/// # Errors
/// When it is no drawing, or a file cannot be written.
pub fn draw(dist: &Path, svg: &str) -> Result<Vec<Icon>> {
    let drawing = fs::read(dist.join(svg)).with_context(|| format!("{svg} cannot be read"))?;
    let tree =
        Tree::from_data(&drawing, &Options::default()).with_context(|| format!("{svg} is no drawing"))?;
    let icon = |(size, purpose): (u32, Option<&'static str>)| {
        let mut picture = picture(&tree, size)?;
        if purpose != Some("any") {
            picture = to_the_edge(&picture);
        }
        let png = picture.encode_png().map_err(|error| anyhow!("{svg} cannot be written as PNG: {error}"))?;
        Ok(Icon { name: super::store(dist, "icon", "png", &png)?, size, purpose })
    };
    ICONS.into_iter().map(icon).collect()
}

fn picture(tree: &Tree, size: u32) -> Result<Pixmap> {
    let mut picture = Pixmap::new(size, size).context("an icon has a size")?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = Transform::from_scale(size as f32 / width, size as f32 / height);
    resvg::render(tree, scale, &mut picture.as_mut());
    Ok(picture)
}

/// With corners filled as the middle of its upper edge is. What it shows lies within the circle that is never cut off.
fn to_the_edge(picture: &Pixmap) -> Pixmap {
    let mut whole = picture.clone();
    let edge = picture.pixel(picture.width() / 2, 0).map(|pixel| pixel.demultiply());
    let colour =
        edge.map_or(Color::WHITE, |edge| Color::from_rgba8(edge.red(), edge.green(), edge.blue(), 255));
    whole.fill(colour);
    let as_it_is = PixmapPaint::default();
    whole.draw_pixmap(0, 0, picture.as_ref(), &as_it_is, Transform::identity(), None);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROUND: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#f00"/></svg>"##;

    #[test]
    fn an_icon_has_all_sizes_and_is_whole_where_others_cut_it() {
        let dist = std::env::temp_dir().join(format!("verbatim-icons-{}", std::process::id()));
        fs::create_dir_all(&dist).expect("a folder");
        fs::write(dist.join("a.svg"), ROUND).expect("a drawing");
        let icons = draw(&dist, "a.svg").expect("a drawing");
        for icon in &icons {
            let picture = Pixmap::load_png(dist.join(&icon.name)).expect("a picture");
            assert_eq!((picture.width(), picture.height()), (icon.size, icon.size));
            let corner = picture.pixel(0, 0).expect("a corner");
            let corner = (corner.red(), corner.alpha());
            assert_eq!(corner, if icon.purpose == Some("any") { (0, 0) } else { (255, 255) }, "{icon:?}");
        }
        assert_eq!(icons.iter().map(|icon| icon.size).collect::<Vec<_>>(), [192, 512, 512, 180]);
        fs::write(dist.join("b.svg"), "no drawing").expect("a file");
        assert!(draw(&dist, "b.svg").expect_err("no drawing").to_string().contains("b.svg"));
        fs::remove_dir_all(dist).expect("removed");
    }
}
