// Blocking and tiny, so that a chosen theme is there before the first paint.
try {
  var theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  var view = localStorage.getItem("view");
  if (view) document.documentElement.dataset.view = view;
} catch {
  // Storage may be forbidden; the system's theme holds then.
}
document.documentElement.dataset.js = "";
