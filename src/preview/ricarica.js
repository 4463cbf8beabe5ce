// Asks the preview whether there is a newer page, and loads it.
(() => {
  const own = document.currentScript.dataset.versione;
  const ask = async () => {
    try {
      const answer = await fetch(`/_griglia/versione?da=${encodeURIComponent(own)}`, { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== own) {
        location.reload();
        return;
      }
    } catch {
      // The preview is closed, or opening again.
      await new Promise((later) => setTimeout(later, 1000));
    }
    ask();
  };
  ask();
})();
