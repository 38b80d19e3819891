// All elements at once are one file of more than the 500 kB that Vite warns of: whoever asks for all knows it.
export default { build: { chunkSizeWarningLimit: 600 } };
