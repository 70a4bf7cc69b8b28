'use strict';
// Sets two canvases side by side. Each one's part is a script that calls `compared`: a page that
// was opened from a disk may load nothing else.
{
  const find = (id) => document.getElementById(id);
  const choices = [find('fiche-a'), find('fiche-b')];
  const news = find('annonce');
  const sheets = {};

  const compare = (both) => {
    const pair = (html) => `<div class="pair">${both.map(
      (sheet) => `<div class="${sheet.colour}">${html(sheet)}</div>`).join('')}</div>`;
    const rows = new Map(both.flatMap((sheet) => sheet.sections).map((row) => [row.key, row]));
    const cell = (sheet, row) => `<p class="who">${sheet.title}</p>`
      + (sheet.sections.find(({ key }) => key === row.key)?.html ?? find('absence').innerHTML);
    return pair((sheet) => sheet.head)
      + [...rows.values()].sort((a, b) => a.place - b.place).map((row) => '<section class="row">'
        + `<h2>${row.heading}</h2>${pair((sheet) => cell(sheet, row))}</section>`).join('');
  };

  const show = () => {
    const both = choices.map((choice) => sheets[choice.value]);
    const isReady = both[0] && both[1];
    find('comparaison').innerHTML = isReady ? compare(both) : '';
    news.textContent = isReady ? news.dataset.shown + ' '
      + choices.map((choice) => choice.selectedOptions[0].text).join(' – ') : '';
  };

  const load = () => {
    for (const { value, options } of choices) {
      for (const option of options) {
        option.disabled = value !== option.value
          && choices.some((choice) => choice.value && choice.value === option.value);
      }
      if (!value || value in sheets) continue;
      sheets[value] = null;
      const script = document.createElement('script');
      script.src = `fiches/comparer/${value}.js`;
      document.head.append(script);
    }
    show();
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const choice of choices) {
      choice.value = asked.get(choice.name) ?? '';
      choice.selectedIndex = Math.max(choice.selectedIndex, 0);
    }
    load();
  };

  window.compared = (slug, sheet) => {
    sheets[slug] = sheet;
    show();
  };
  choices[1].innerHTML = choices[0].innerHTML;
  find('choix').addEventListener('change', () => {
    history.pushState(null, '', '?' + choices.map(({ name, value }) => `${name}=${value}`).join('&'));
    load();
  });
  addEventListener('popstate', read);
  find('fiches').hidden = true;
  find('choix').hidden = false;
  read();
}
