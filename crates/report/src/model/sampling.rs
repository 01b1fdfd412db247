//! Random sampling in results: how to repeat it, and the probability that it missed a bug.

use pmdrace_engine::{Sampled, Sampling, Scheduler};
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How executions were drawn at random, and the guarantee that this gives.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct SamplingResult {
    /// The seed; the same seed draws the same executions.
    pub seed: u64,
    /// How each step is chosen.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["uniform", "pct"])))]
    pub scheduler: String,
    /// The depth of the bugs that the guarantee is about; null if the scheduler has no depth.
    pub depth: Option<u8>,
    /// The least probability that one execution shows a given bug of that depth; null without a guarantee.
    pub guarantee: Option<f64>,
    /// The guarantee covers executions of at most this many steps; null without a guarantee.
    pub steps: Option<u64>,
    /// Whether it covers only bugs that need no stale read and no step out of order; null without a guarantee.
    pub newest_values_only: Option<bool>,
    /// The number of executions that it counts; null without a guarantee.
    pub counted: Option<u64>,
    /// The greatest probability that all of them miss a given bug of that depth; null without a guarantee.
    pub missed_at_most: Option<f64>,
}

impl From<Sampled> for SamplingResult {
    fn from(sampled: Sampled) -> SamplingResult {
        let guarantee = sampled.guarantee;
        SamplingResult {
            seed: sampled.sampling.seed,
            scheduler: sampled.sampling.scheduler.name().to_owned(),
            depth: match sampled.sampling.scheduler {
                Scheduler::Uniform => None,
                Scheduler::Pct { depth } => Some(depth),
            },
            guarantee: guarantee.map(|its| its.probability),
            steps: guarantee.map(|its| its.steps),
            newest_values_only: guarantee.map(|its| its.newest),
            counted: guarantee.map(|its| its.executions),
            missed_at_most: guarantee.map(|its| its.missed_at_most()),
        }
    }
}

impl SamplingResult {
    /// The sampling of a search that failed.
    pub fn failed(sampling: Sampling) -> SamplingResult {
        Sampled { sampling, guarantee: None }.into()
    }

    /// The options that repeat the sampling of so many executions.
    pub fn options(&self, executions: Option<u64>) -> String {
        let pct = self.depth.map_or(String::new(), |depth| format!(" --pct {depth}"));
        let executions = executions.filter(|count| *count != Sampling::EXECUTIONS);
        let count = executions.map_or(String::new(), |count| format!(" --max-executions {count}"));
        format!("--engine random --seed {}{pct}{count}", self.seed)
    }

    /// The guarantee in a line or two.
    pub(crate) fn says(&self, executions: u64) -> Vec<String> {
        let Some(depth) = self.depth else {
            return vec![
                "uniform: nothing is known about what is missed; --pct D gives a bound".into(),
            ];
        };
        let (Some(missed), Some(steps)) = (self.missed_at_most, self.steps) else {
            let why = "interrupts reach several CPUs in any order";
            return vec![format!("PCT, depth {depth}: no guarantee, because {why}")];
        };
        let newest = match self.newest_values_only {
            Some(true) => " that need no old value and no step out of order",
            _ => "",
        };
        let counted = match self.counted {
            Some(counted) if counted < executions => {
                format!("; {counted} executions count: those before knew of fewer steps")
            }
            _ => String::new(),
        };
        let bound = rounded_up(missed);
        vec![
            format!(
                "PCT, depth {depth}: a bug of that depth is missed with probability at most {bound}"
            ),
            format!("it covers bugs within {steps} steps{newest}{counted}"),
        ]
    }
}

/// A probability with two significant digits, rounded up.
fn rounded_up(probability: f64) -> String {
    const LEAST: f64 = 1e-6;
    if probability <= LEAST {
        return LEAST.to_string();
    }
    let places = (1.0 - probability.log10().floor()).clamp(1.0, 8.0);
    let scale = 10_f64.powf(places);
    let rounded = (probability * scale).ceil() / scale;
    match rounded >= 1.0 {
        true => "1".to_owned(),
        false => format!("{rounded:.*}", places as usize),
    }
}

#[cfg(test)]
mod tests {
    use super::rounded_up;

    #[test]
    fn a_bound_is_never_told_as_less_than_it_is() {
        assert_eq!(rounded_up(0.002_08), "0.0021");
        assert_eq!(rounded_up(0.25), "0.25");
        assert_eq!(rounded_up(0.251), "0.26");
        assert_eq!(rounded_up(0.999), "1");
        assert_eq!(rounded_up(1.0), "1");
        assert_eq!(rounded_up(0.0), "0.000001");
        assert_eq!(rounded_up(1e-300), "0.000001");
        let mut probability = 1.0;
        while probability > 1e-7 {
            let told: f64 = rounded_up(probability).parse().unwrap_or(0.0);
            assert!(told >= probability && told <= probability * 1.11 + 1e-6, "{probability}");
            probability *= 0.987;
        }
    }
}
