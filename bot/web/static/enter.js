// A Mini App is told who opened it in the fragment of its address; no script of another host is needed to read that.
const form = document.getElementById("telegram");
const data = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");
if (form && data) {
  form.hidden = false;
  form.elements.init_data.value = data;
  history.replaceState(null, "", location.pathname);
  form.submit();
}
