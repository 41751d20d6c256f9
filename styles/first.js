// What must be known before anything is painted.

// The reader's choice of colours. `src/web/theme.rs` does the rest.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser that stores nothing shows what the system asks for.
}

// Days, times and numbers that were drawn ahead are written as the reader's locale does, as src/web/locale.rs writes them
// from then on: as soon as the page is read, and before any of it is painted that is there by then.
const locale = navigator.language;
const timeZone = "UTC";
const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone });
const clocks = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone });
const numbers = new Intl.NumberFormat(locale);
const write = () => {
  const drawn = what => document.querySelectorAll(`[data-drawn] :is(${what})`);
  for (const time of drawn("time")) {
    const at = time.dateTime;
    time.textContent = at[2] === ":" ? clocks.format(new Date(`1970-01-01T${at}Z`)) : days.format(new Date(at));
  }
  for (const words of drawn(".number, .count, #count"))
    words.textContent = words.textContent.replace(/[0-9]+(,[0-9]{3})*/g, one => numbers.format(one.replaceAll(",", "")));
  if (document.readyState === "loading") requestAnimationFrame(write);
};
write();
document.addEventListener("readystatechange", write, { once: true });

// On paper stands where it comes from.
addEventListener("beforeprint", () => {
  document.body.dataset.address = location.href;
});

// The list is drawn ahead as it is when nothing is asked: what an address asks is not shown before it is found.
if (location.search) document.documentElement.dataset.asked = location.search;

// Nothing is painted before the page is read to its end: what stands at the end of a line would move while more of the
// line comes. The address is the whole one, query included: with another, it would be another page's end that is awaited.
const end = document.createElement("link");
end.rel = "expect";
end.href = `${location.href.split("#")[0]}#failure`;
end.setAttribute("blocking", "render");
document.head.append(end);

// A program that cannot begin, or that ends without words of its own (src/web/panic.rs has those): a call or a memory that
// goes too far. What was drawn ahead can be read without it.
let begun = false;
addEventListener("TrunkApplicationStarted", () => { begun = true; });
const ended = error => {
  const failure = document.getElementById("failure");
  if (!error || !failure?.hidden || begun && !(error instanceof WebAssembly.RuntimeError)) return;
  const drawn = !begun && document.querySelector(location.search ? "#picked" : "[data-drawn]");
  document.getElementById("app").hidden = !drawn;
  // What waits for the program waits no longer.
  if (drawn) delete document.documentElement.dataset.asked;
  // Then it is all there is.
  if (!drawn) failure.role = "main";
  document.getElementById("failure-message").textContent = error;
  document.body.prepend(failure);
  failure.hidden = false;
};
addEventListener("unhandledrejection", event => ended(event.reason));
addEventListener("error", event => {
  const from = event.target;
  ended(from.localName === "script" ? from.src : event.error);
}, true);
