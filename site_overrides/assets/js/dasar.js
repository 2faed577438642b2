/* From Material for MkDocs (partials/javascripts/base.html, MIT), as a file instead of inline.
   The scope is the site's root: two folders above this script. */
__md_scope = new URL("../../", document.currentScript.src);
__md_hash = function (v) { return Array.from(v).reduce(function (h, c) { return (h << 5) - h + c.charCodeAt(0); }, 0); };
__md_get = function (key, store, scope) {
  var value = null;
  try { value = JSON.parse((store || localStorage).getItem((scope || __md_scope).pathname + "." + key)); } catch (e) { /* no storage, or not ours */ }
  /* Another site of this host may have written there: what is no palette is none. */
  return key === "__palette" && !(value && value.color && value.index >= 0) ? null : value;
};
__md_set = function (key, value, store, scope) {
  try { (store || localStorage).setItem((scope || __md_scope).pathname + "." + key, JSON.stringify(value)); } catch (e) { /* no storage: the choice lasts for this page */ }
};
/* Before the first paint: tools that need scripts keep their place, and corrections stay shown. */
(function (root) {
  root.setAttribute("data-skrip", "");
  try {
    if (/[?&]koreksi=1\b/.test(location.search) || localStorage.getItem("petakerja.koreksi") === "1") root.setAttribute("data-koreksi", "");
  } catch (e) { /* no storage */ }
})(document.documentElement);
