'use strict';
// Combines facets on the list of canvases, and the address follows. On a facet's own page, links
// lead there.
{
  const all = (selector) => [...document.querySelectorAll(selector)];
  const links = all('[data-facet]');
  const cards = all('[data-facets]');
  const [clear] = all('#toutes');
  const [result] = all('.narrowed span');
  const facetOf = (link) => link.dataset.facet;
  const groupOf = (facet) => facet.split('=')[0];

  const show = () => {
    const asked = location.search.slice(1).split('&');
    const chosen = links.map(facetOf).filter((facet, index) => (
      cards[0] ? asked.includes(facet) : links[index].ariaCurrent));
    // A canvas stands under each of its themes, and counts once.
    const counts = { all: new Set() };
    for (const card of cards) {
      const own = card.dataset.facets.split(' ');
      const met = own.filter((facet) => chosen.includes(facet)).map(groupOf);
      const missed = chosen.map(groupOf).filter((group) => !met.includes(group));
      card.hidden = missed[0];
      for (const facet of ['all', ...own]) {
        if (missed.every((group) => group === groupOf(facet))) {
          (counts[facet] ??= new Set()).add(card.querySelector('a').href);
        }
      }
    }
    for (const link of links) {
      const next = new Set(chosen);
      const isChosen = next.delete(facetOf(link));
      if (isChosen) (link.closest('.facet details') ?? {}).open = true;
      else next.add(facetOf(link));
      link.href = clear.href + (next.size ? '?' : '') + [...next].join('&');
      if (!cards[0]) continue;
      link.ariaCurrent = isChosen;
      link.classList.toggle('none', !counts[facetOf(link)]);
      link.lastElementChild.textContent = counts[facetOf(link)]?.size ?? 0;
    }
    if (!cards[0]) return;
    for (const block of all('.block')) {
      block.hidden = chosen[0] && !block.querySelector('.card:not([hidden])');
    }
    const { size } = counts.all;
    const text = chosen[0] ? result.dataset[['none', 'one'][size] ?? 'many'] : '';
    result.textContent = text.replace('#', size);
    clear.hidden = !chosen[0];
  };

  if (cards[0]) addEventListener('click', (event) => {
    const link = event.target.closest('[data-facet], #toutes');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    show();
    if (link === clear) links[0].focus();
  });
  addEventListener('popstate', show);
  all('.facets')[0].open = innerWidth > 768;
  show();
}
