// What must be known before anything is painted.

// The reader's choice of colours. `src/web/theme.rs` does the rest.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser that stores nothing shows what the system asks for.
}

// Days that were drawn ahead are written as the reader's locale does, as src/web/locale.rs writes them from then on: as
// soon as the page is read, which is before scripts that wait for that.
document.addEventListener("readystatechange", () => {
  for (const day of document.querySelectorAll("[data-drawn] time")) {
    const options = { dateStyle: "long", timeZone: "UTC" };
    day.textContent = new Date(day.dateTime).toLocaleDateString(navigator.language, options);
  }
});

// On paper stands where it comes from.
addEventListener("beforeprint", () => {
  document.body.dataset.address = location.href;
});

// The list is drawn ahead as it is when nothing is asked: what an address asks is not shown before it is found.
if (location.search) document.documentElement.dataset.asked = "";

// A program that ends without words of its own (src/web/panic.rs has those): a call or a memory that goes too far.
const ended = error => {
  const failure = document.getElementById("failure");
  if (!(error instanceof WebAssembly.RuntimeError) || !failure?.hidden) return;
  document.getElementById("app").hidden = true;
  document.getElementById("failure-message").textContent = error;
  failure.hidden = false;
};
addEventListener("error", event => ended(event.error));
addEventListener("unhandledrejection", event => ended(event.reason));
