// Reloads a page of the preview when it changes, at the place that was edited, and shows the
// findings as they change. Without it the page reads as it is.
"use strict";
(() => {
  const { version } = document.currentScript.dataset;
  const panel = document.getElementById("canevas-preview");
  const placeKey = "canevas-place";
  const dismissedKey = "canevas-dismissed";

  // The panel: hidden on demand, until it has something else to tell.
  const settle = () => {
    const button = panel.querySelector("button");
    panel.hidden = !button || sessionStorage.getItem(dismissedKey) === panel.textContent;
    if (button) button.hidden = false;
  };
  const dismiss = () => {
    sessionStorage.setItem(dismissedKey, panel.textContent);
    panel.hidden = true;
  };
  const show = (html) => {
    const next = new DOMParser().parseFromString(html, "text/html").querySelector("aside");
    if (next.textContent === panel.textContent) return;
    panel.className = next.className;
    panel.replaceChildren(...next.childNodes);
    settle();
  };
  panel.addEventListener("click", (event) => {
    if (event.target.closest("button")) dismiss();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dismiss();
  });
  settle();

  // The place: where the page was before it was reloaded, or what was edited, if that is not in
  // view.
  const reload = (headings) => {
    const place = { page: location.pathname, left: scrollX, top: scrollY, headings };
    sessionStorage.setItem(placeKey, JSON.stringify(place));
    history.scrollRestoration = "manual";
    location.reload();
  };
  const goBack = ({ left, top, headings }) => {
    scrollTo({ left, top, behavior: "instant" });
    const heading = headings.map((id) => document.getElementById(id)).find((found) => found);
    if (!heading) return;
    const { top: start, bottom: end } = heading.getBoundingClientRect();
    if (start < 0 || end > innerHeight) heading.scrollIntoView({ behavior: "instant" });
    return heading;
  };
  const place = JSON.parse(sessionStorage.getItem(placeKey));
  sessionStorage.removeItem(placeKey);
  if (place?.page === location.pathname) {
    goBack(place);
    addEventListener("load", () => {
      goBack(place)?.parentElement.classList.add("canevas-edited");
    });
  }
  // Not before the page is left: browsers would go back to the former place after all.
  addEventListener("pagehide", () => {
    if (!sessionStorage.getItem(placeKey)) history.scrollRestoration = "auto";
  });

  // The news. A window that nobody sees listens to none: browsers open few connections to a server.
  let stream;
  const listen = () => {
    if (stream || document.visibilityState === "hidden") return;
    const page = encodeURIComponent(location.pathname);
    stream = new EventSource(`/_canevas/events?page=${page}&version=${version}`);
    stream.addEventListener("page", ({ data }) => reload(JSON.parse(data)));
    stream.addEventListener("moved", ({ data }) => location.replace(JSON.parse(data)));
    stream.addEventListener("findings", ({ data }) => show(JSON.parse(data)));
    stream.addEventListener("error", () => {
      if (stream.readyState !== EventSource.CLOSED) return;
      stream = undefined;
      setTimeout(listen, 500);
    });
  };
  const rest = () => {
    stream?.close();
    stream = undefined;
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") rest();
    else listen();
  });
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
})();
