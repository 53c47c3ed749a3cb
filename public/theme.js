{
  const { dataset, style } = document.documentElement;
  dataset.js = "";
  if (/\/search\/\?(.*&)?q=[^&]/.test(location.href)) dataset.asked = "";
  try {
    const look = () => {
      for (const key of ["theme", "textSize", "textWidth"]) dataset[key] = localStorage.getItem(key) ?? "";
    };
    look();
    for (const type of ["pageshow", "storage"]) addEventListener(type, look);
    const view = localStorage.getItem(`view:${location.pathname}`) ?? localStorage.getItem("view");
    const choose = () => {
      for (const input of document.getElementsByName("view")) input.checked ||= input.value === view;
    };
    document.addEventListener("readystatechange", choose, { once: true });
    const split = localStorage.getItem("split");
    if (split) style.setProperty("--split", split);
    const places = localStorage.getItem("places");
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
