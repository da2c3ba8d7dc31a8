"""Words whose full stop ends no sentence: forms of address, ranks, months, and what reports abbreviate."""

from summaries.lexicon import words

# As they stand, full stop and all: what follows goes on with the sentence, capital or not.
UNFINISHED = words("""
    Mr. Mrs. Ms. Dr. Prof. Rev. Rt. Hon. St. Gen. Lt. Col. Maj. Capt. Cmdr. Adm. Sgt. Cpl. Pvt. Brig. Supt.
    Insp. Det. Sen. Rep. Gov. Pres. Amb. Atty. Sens. Reps. Messrs. No. vs. v. cf. e.g. i.e. Jan. Feb. Mar.
    Apr. Aug. Sept. Sep. Oct. Nov. Dec. Mt. Ft. Cllr. Commr. Comdt. Cdr. Asst. Treas. Fr. Mons. Bp. Abp. Adv.
    Lic. Dra. Sra. Srta. Smt. Shri.
""")
# In lower case: those whose full stop the tokenizer takes for a word of its own.
CUT_SHORT = words("""
    ag ret retd insp eng engr msgr pte cdr cdre cst asst assoc dep constr approx incl esp fig figs vol pp
    profs drs gens hons cpl sgt pvt supt cmdr amb atty capt maj messrs reps sens cia cía dtd ext nr wg flt sqn
    ing dipl
""")
