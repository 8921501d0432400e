"""The pages anybody may see."""
