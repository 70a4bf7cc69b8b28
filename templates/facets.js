'use strict';
// Combines facets: several values of one widen the list, several facets narrow it, and the
// address follows. From a facet's own page, the links lead to the list of all canvases.
{
  const panel = document.querySelector('.facets');
  const links = [...panel.querySelectorAll('[data-facet]')];
  const cards = [...document.querySelectorAll('[data-facets]')];
  const clear = document.getElementById('toutes');
  const facetOf = (link) => link.dataset.facet;
  const groupOf = (facet) => facet.split('=')[0];

  const narrow = (chosen) => {
    // Pages, not cards, are counted: a canvas stands under each of its themes.
    const found = new Set();
    const counts = new Map(links.map((link) => [facetOf(link), new Set()]));
    for (const card of cards) {
      const page = card.querySelector('a').href;
      const own = card.dataset.facets.split(' ');
      const met = chosen.filter((facet) => own.includes(facet)).map(groupOf);
      const missed = chosen.map(groupOf).filter((group) => !met.includes(group));
      card.hidden = missed[0];
      if (!missed[0]) found.add(page);
      for (const facet of own) {
        if (missed.every((group) => group === groupOf(facet))) counts.get(facet).add(page);
      }
    }
    for (const link of links) {
      const { size } = counts.get(facetOf(link));
      link.ariaCurrent = chosen.includes(facetOf(link)) || null;
      link.classList.toggle('none', !size);
      link.lastElementChild.textContent = size;
    }
    for (const block of document.querySelectorAll('.block')) {
      block.hidden = chosen[0] && !block.querySelector('.card:not([hidden])');
    }
    const result = clear.previousElementSibling;
    const text = result.dataset[['none', 'one'][found.size] ?? 'many'];
    result.textContent = chosen[0] ? text.replace('#', found.size) : '';
    clear.hidden = !chosen[0];
  };

  const show = () => {
    const asked = location.search.slice(1).split('&');
    const chosen = links.filter((link) => (
      cards[0] ? asked.includes(facetOf(link)) : link.ariaCurrent)).map(facetOf);
    if (cards[0]) narrow(chosen);
    for (const link of links) {
      const next = new Set(chosen);
      if (!next.delete(facetOf(link))) next.add(facetOf(link));
      else link.closest('.facet details')?.setAttribute('open', '');
      link.href = clear.href + (next.size ? '?' : '') + [...next].join('&');
    }
  };

  if (cards[0]) document.addEventListener('click', (event) => {
    const link = event.target.closest('[data-facet], #toutes');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    show();
    if (link === clear) links[0].focus();
  });
  addEventListener('popstate', show);
  panel.open = innerWidth > 768;
  show();
}
