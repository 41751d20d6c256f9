// What must be known before anything is painted.

// The reader's choice of colours. `src/web/theme.rs` does the rest.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser that stores nothing shows what the system asks for.
}

// The list is drawn ahead as it is when nothing is asked: what an address asks is not shown before it is found.
if (location.search) document.documentElement.dataset.asked = "";
