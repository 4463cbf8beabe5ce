// What a page is without its style: title, language, landmarks, headings, links.

/** Runs in the page. */
export function outline() {
  const text = (element) => element.textContent.trim().replaceAll(/\s+/g, ' ');
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  return {
    language: document.documentElement.lang,
    title: document.title,
    description: document.querySelector('meta[name=description]')?.content ?? '',
    headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => ({
      level: Number(heading.tagName.slice(1)),
      text: text(heading),
    })),
    // In the order of the source, which is the order without style.
    landmarks: [...document.body.querySelectorAll(':scope > header, :scope > main, :scope > footer')].map(
      (element) => element.tagName.toLowerCase(),
    ),
    ids,
    repeatedIds: ids.filter((id, index) => ids.indexOf(id) !== index),
    inline: document.querySelectorAll('[style], style, script:not([src], [type="application/ld+json"])').length,
    cookies: document.cookie,
    updated: document.querySelector('main time[datetime]')?.dateTime ?? null,
    canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
    preview: Object.fromEntries(
      [...document.querySelectorAll('meta[property^="og:"]')].map(({ content, attributes }) => [attributes.property.value, content]),
    ),
    linkedData: [...document.querySelectorAll('script[type="application/ld+json"]')].map((element) => element.textContent),
    links: [...document.querySelectorAll('a[href]')].map((link) => ({
      href: link.getAttribute('href'),
      text: text(link) || link.getAttribute('aria-label'),
    })),
    resources: [...document.querySelectorAll('link[href], img[src], script[src]')].map(
      (element) => element.getAttribute('href') ?? element.getAttribute('src'),
    ),
  };
}
