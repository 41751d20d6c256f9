// Within a frame: tells the page around it how high the statement is. Around frames: makes them so high.
'use strict';
const statement = document.querySelector('main[data-page="embed"]');
if (statement) {
  const tell = () => parent.postMessage({ verbatim: Math.ceil(statement.getBoundingClientRect().bottom + scrollY) + 1 }, '*');
  new ResizeObserver(tell).observe(statement);
} else {
  addEventListener('message', ({ data, source }) => {
    const height = data?.verbatim;
    // A frame is made as high as a statement can be, not as high as it likes.
    if (!Number.isFinite(height) || height < 1 || height > 5000) return;
    for (const frame of document.querySelectorAll('iframe[data-verbatim]')) {
      if (frame.contentWindow === source) frame.height = height;
    }
  });
}
