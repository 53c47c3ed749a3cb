// Blocking and tiny, so that a chosen theme is there before the first paint.
{
  const { dataset } = document.documentElement;
  dataset.js = "";
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") dataset.theme = theme;
    const view = localStorage.getItem("view");
    if (view) dataset.view = view;
  } catch {
    // Storage may be forbidden; the system's theme holds then.
  }
}
