import '@ess-widgets/elements/loader';
