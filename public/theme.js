// Blocking and tiny, so that what the reader chose is there before the first paint.
{
  const { dataset, style } = document.documentElement;
  dataset.js = "";
  if (/\/search\/\?(.*&)?q=[^&]/.test(location.href)) dataset.asked = "";
  const read = ({ type }) => {
    try {
      for (const key of ["theme", "textSize", "textWidth"]) dataset[key] = localStorage.getItem(key) ?? "";
      const split = localStorage.getItem("split");
      if (split) style.setProperty("--split", split);
      const places = localStorage.getItem("places");
      if (places) dataset.places = JSON.parse(places).length;
      // Later the switch of the page knows.
      if (type) return;
      const view = localStorage.getItem(`view:${location.pathname}`) ?? localStorage.getItem("view");
      if (view) dataset.view = view;
    } catch {
      // Storage may be forbidden; the usual look holds then.
    }
  };
  read({});
  // What was chosen on the next page or in another window holds for a page that is come back to, too.
  for (const type of ["pageshow", "storage"]) addEventListener(type, read);
  // Set here and not in a style sheet: whichever sheet comes first would have to hold it.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("@media(prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}");
  document.adoptedStyleSheets.push(sheet);
  // A transition between pages that is cut short, by the next click, is no fault.
  for (const type of ["pagereveal", "pageswap"])
    addEventListener(type, ({ viewTransition }) => {
      viewTransition?.ready.catch(() => {});
      viewTransition?.finished.catch(() => {});
    });
}
