// The reader's choice of colours, put on before anything is painted. `src/web/theme.rs` does the rest.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser that stores nothing shows what the system asks for.
}
