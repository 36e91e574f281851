package decompgen.domain.dpo;

/** What is minimised, with h = log π(y_w)/π_ref(y_w) − log π(y_l)/π_ref(y_l). */
public enum Objective {
  /** −(1 − ε) log σ(βh) − ε log σ(−βh): DPO (Rafailov et al. 2023, Eq. 7), smoothed by ε. */
  SIGMOID,
  /** (h − 1/(2β))²: IPO (Azar et al. 2023, Eq. 17). */
  IPO
}
