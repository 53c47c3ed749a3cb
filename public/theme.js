{
  const { dataset, style } = document.documentElement;
  dataset.js = "";
  if (/\/search\/\?(.*&)?q=[^&]/.test(location.href)) dataset.asked = "";
  try {
    const look = () => {
      for (const key of ["theme", "textSize", "textWidth", "mapLayout", "mapList"])
        dataset[key] = localStorage[key] ?? "";
    };
    look();
    addEventListener("pageshow", look);
    addEventListener("storage", look);
    const { split, places } = localStorage;
    const view = localStorage[`view:${location.pathname}`] ?? localStorage.view;
    document.onreadystatechange = () => {
      document.onreadystatechange = null;
      for (const input of document.getElementsByName("view")) input.checked ||= input.value === view;
    };
    if (split) style.setProperty("--split", split);
    if (places) dataset.places = JSON.parse(places).length;
  } catch {}
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("@media(prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}");
  document.adoptedStyleSheets.push(sheet);
  for (const type of ["pagereveal", "pageswap"])
    addEventListener(type, ({ viewTransition }) => {
      viewTransition?.ready.catch(() => {});
      viewTransition?.finished.catch(() => {});
    });
}
